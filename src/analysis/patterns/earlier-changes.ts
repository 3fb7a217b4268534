import type { Change } from '../change.ts';

/** A person and a service: what experience is counted by. */
export function pairOf({ initiator, service }: { readonly initiator: string; readonly service: string }): string {
  // Names hold no control character, so nothing can be taken for the join.
  return `${initiator}\u0000${service}`;
}

/**
 * For each change, how many of its service its initiator had made before it; null where nobody knows who made it.
 * @param changes oldest first
 * @param before how many there were of each pair before the first of the changes
 */
export function countEarlierChanges(
  changes: readonly Change[],
  before: ReadonlyMap<string, number>,
): (number | null)[] {
  const counts = new Map(before);
  return changes.map(({ initiator, service }) => {
    if (initiator === null) return null;
    const pair = pairOf({ initiator, service });
    const count = counts.get(pair) ?? 0;
    counts.set(pair, count + 1);
    return count;
  });
}
