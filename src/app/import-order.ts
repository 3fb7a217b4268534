import type { ClaimInput } from '../domain/claims/claim.ts';
import { parseTime } from '../domain/instant.ts';

/** What of a claim decides when its turn is. */
export interface Turn {
  readonly ms: number;
  /** What other claims can call it by. */
  readonly name: string | undefined;
  /** The names of the claims that it speaks of. */
  readonly about: readonly string[];
}

export function turnOf(claim: ClaimInput, nowMs: number): Turn {
  return { ms: timeOf(claim, nowMs), name: nameOf(claim), about: namesIn(claim) };
}

/**
 * The places of claims in order of time, so that the folds meet them in order: registrations first, what speaks of another claim never
 * before it, else as the source has them.
 */
export function inOrderOfTime(turns: readonly Turn[]): Uint32Array {
  const times = new Map<string, number>();
  for (const { name, ms } of turns) if (name !== undefined) times.set(name, ms);
  const latest = Float64Array.from(turns, ({ ms, about }) =>
    Math.max(ms, ...about.map((name) => times.get(name) ?? 0)),
  );
  // In one moment deployments come first, then incidents that they caused, then what is said of either.
  const rank = (turn: Turn | undefined) => (!turn?.about.length ? 0 : turn.name === undefined ? 2 : 1);
  return Uint32Array.from(turns.keys()).sort(
    (a, b) => (latest[a] ?? 0) - (latest[b] ?? 0) || rank(turns[a]) - rank(turns[b]) || a - b,
  );
}

function nameOf(claim: ClaimInput): string | undefined {
  const hasId = claim.type === 'deployment' || claim.type === 'incident';
  return hasId && claim.id !== undefined ? `${claim.type} ${claim.id}` : undefined;
}

function namesIn(claim: ClaimInput): readonly string[] {
  const deployment = 'deployment' in claim ? claim.deployment : undefined;
  const cause = claim.type === 'incident' ? claim.causedBy : undefined;
  const incident = 'incident' in claim ? claim.incident : undefined;
  const deployments = [deployment, cause].filter(isGiven).map((id) => `deployment ${id}`);
  const names = [...deployments, ...[incident].filter(isGiven).map((id) => `incident ${id}`)];
  return names.length === 0 ? noNames : names;
}

/** Most claims speak of no other: they share this. */
const noNames: readonly string[] = [];

function isGiven(id: string | null | undefined): id is string {
  return id !== undefined && id !== null;
}

function timeOf(claim: ClaimInput, nowMs: number): number {
  const time = timeField(claim);
  if (time === undefined || time === null) return isRegistration(claim) ? 0 : nowMs;
  try {
    return parseTime(time, nowMs);
  } catch {
    // It will be refused when its turn comes.
    return nowMs;
  }
}

function isRegistration(claim: ClaimInput): boolean {
  return claim.type === 'service' || claim.type === 'environment';
}

function timeField(claim: ClaimInput): string | number | undefined {
  switch (claim.type) {
    case 'deployment':
      return claim.finishedAt ?? claim.startedAt;
    case 'incident':
      return claim.openedAt;
    case 'service':
    case 'environment':
      // Before everything that happens to them, in the order in which the source has them.
      return undefined;
    default:
      return claim.at;
  }
}
