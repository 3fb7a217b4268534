import type { ClaimInput } from '../domain/claims/claim.ts';
import { parseTime } from '../domain/instant.ts';
import type { Reading } from '../sources/reading.ts';

export type Claimed = Extract<Reading, { claim: ClaimInput }>;

/**
 * Sorts claims by time, so that the folds meet them in order: registrations first, what speaks of another claim never before it,
 * else as the source has them.
 */
export function sortByTime(claimed: Claimed[], nowMs: number): void {
  const times = new Map<string, number>();
  for (const { claim } of claimed) {
    const name = nameOf(claim);
    if (name !== undefined) times.set(name, timeOf(claim, nowMs));
  }
  const places = new Map(
    claimed.map((reading) => {
      const about = namesIn(reading.claim).map((name) => times.get(name) ?? 0);
      // In one moment deployments come first, then incidents that they caused, then what is said of either.
      const rank = about.length === 0 ? 0 : nameOf(reading.claim) === undefined ? 2 : 1;
      return [reading, { ms: Math.max(timeOf(reading.claim, nowMs), ...about), rank }];
    }),
  );
  const first = { ms: 0, rank: 0 };
  claimed.sort((a, b) => {
    const [x, y] = [places.get(a) ?? first, places.get(b) ?? first];
    return x.ms - y.ms || x.rank - y.rank;
  });
}

/** What other claims can call it by. */
function nameOf(claim: ClaimInput): string | undefined {
  const hasId = claim.type === 'deployment' || claim.type === 'incident';
  return hasId && claim.id !== undefined ? `${claim.type} ${claim.id}` : undefined;
}

/** The claims that it speaks of. */
function namesIn(claim: ClaimInput): string[] {
  const deployment = 'deployment' in claim ? claim.deployment : undefined;
  const cause = claim.type === 'incident' ? claim.causedBy : undefined;
  const incident = 'incident' in claim ? claim.incident : undefined;
  return [
    ...(deployment === undefined ? [] : [`deployment ${deployment}`]),
    ...(cause === undefined ? [] : [`deployment ${cause}`]),
    ...(incident === undefined ? [] : [`incident ${incident}`]),
  ];
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
