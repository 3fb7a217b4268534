import { createHash } from 'node:crypto';
import { type ClaimInput, parseClaim } from '../domain/claims/claim.ts';
import { LedgerError } from '../domain/errors.ts';
import { canonicalize } from '../ledger/canonical-json.ts';
import type { LogReader } from '../ledger/log-store.ts';
import { claimsOf } from './export/claims-of-facts.ts';
import { openFacts } from './export/fact-blocks.ts';

/**
 * Recognises claims that say, word for word, what the log said before an import began: those of an export of this very ledger. Each fact
 * is recognised once, so what was recorded twice is known twice. A claim with an idempotency key of its own is left to that key.
 */
export class KnownClaims {
  readonly #log: LogReader;
  readonly #size: number;
  readonly #looked = new Set<string>();
  /** How many facts lead to a claim, by the claim's hash. */
  readonly #told = new Map<string, number>();

  private constructor(log: LogReader, size: number) {
    this.#log = log;
    this.#size = size;
  }

  static async of(log: LogReader): Promise<KnownClaims> {
    return new KnownClaims(log, (await log.head()).size);
  }

  /** Those that are known, with one query for what the log says of their subjects. */
  async among(claims: readonly ClaimInput[]): Promise<ReadonlySet<ClaimInput>> {
    if (this.#size === 0) return new Set();
    const eligible = claims.filter(hasNoKeyOfItsOwn);
    await this.#look(eligible.flatMap((claim) => subjectOf(claim) ?? []));
    return new Set(this.#told.size === 0 ? [] : eligible.filter((claim) => this.#take(claim)));
  }

  async #look(subjects: readonly string[]): Promise<void> {
    const unseen = [...new Set(subjects)].filter((subject) => !this.#looked.has(subject));
    if (unseen.length === 0) return;
    for (const subject of unseen) this.#looked.add(subject);
    const stored = (await this.#log.factsOf(unseen)).filter(({ index }) => index < this.#size);
    for await (const claim of claimsOf(await openFacts(this.#log, stored))) {
      const hash = hashOf(claim);
      this.#told.set(hash, (this.#told.get(hash) ?? 0) + 1);
    }
  }

  #take(claim: ClaimInput): boolean {
    const hash = tryHash(claim);
    const left = hash === undefined ? 0 : (this.#told.get(hash) ?? 0);
    if (hash === undefined || left === 0) return false;
    this.#told.set(hash, left - 1);
    return true;
  }
}

/** Keys that begin with `row:` were made from what a row says. */
function hasNoKeyOfItsOwn({ idempotencyKey }: ClaimInput): boolean {
  return typeof idempotencyKey !== 'string' || idempotencyKey.startsWith('row:');
}

/** The subject of the fact that a claim leads to; undefined for one that nobody gave an id. */
function subjectOf(claim: ClaimInput): string | undefined {
  switch (claim.type) {
    case 'deployment':
    case 'rollback':
    case 'incident':
      return claim.id === undefined ? undefined : `${claim.type}:${claim.id}`;
    case 'deployment-status':
    case 'correction':
      return `deployment:${claim.deployment}`;
    case 'incident-resolution':
    case 'incident-attribution':
      return `incident:${claim.incident}`;
    case 'service':
    case 'environment':
      return `${claim.type}:${claim.name}`;
    case 'removal':
      return `service:${claim.service}`;
  }
}

function tryHash(claim: ClaimInput): string | undefined {
  try {
    return hashOf(claim);
  } catch (error) {
    // It will be refused when its turn comes.
    if (error instanceof LedgerError) return undefined;
    throw error;
  }
}

function hashOf(claim: unknown): string {
  const { idempotencyKey, ...said } = parseClaim(claim);
  return createHash('sha256').update(canonicalize(said)).digest('base64');
}
