import type { ClaimInput } from '../../domain/claims/claim.ts';
import { type Instant, instant } from '../../domain/instant.ts';
import { entityOf } from './entity.ts';

/** What is told, each thing at the moment at which a ledger would have heard of it. */
export interface Diary {
  /** Writes down what was claimed then, under its idempotency key; what lies after now nobody knows yet. */
  tell(atMs: number, claim: ClaimInput): void;
  /** Everything that was told, in order of time; of the same moment, in the order of telling. */
  claims(): readonly ClaimInput[];
}

export function openDiary(seed: string, nowMs: number): Diary {
  const entries: { readonly atMs: number; readonly claim: ClaimInput }[] = [];
  return {
    tell(atMs, claim) {
      if (atMs > nowMs) return;
      entries.push({ atMs, claim: { ...claim, idempotencyKey: `demo:${seed}:${entityOf(claim)}` } });
    },
    claims: () => entries.toSorted((a, b) => a.atMs - b.atMs).map(({ claim }) => claim),
  };
}

/** The second in which a moment lies. */
export function at(ms: number): Instant {
  return instant(Math.floor(ms / 1000) * 1000);
}
