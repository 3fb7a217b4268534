import { type Link, reversed, targetsOf } from './graph-shape.ts';

/**
 * Gives each node of a graph without circles its column: one behind the farthest of those that point to it, and those that nothing
 * points to right before the first that they point to. Columns count from 0.
 */
export function assignRanks(ids: readonly string[], links: readonly Link[]): Map<string, number> {
  const targets = targetsOf(links);
  const sources = targetsOf(reversed(links));
  const waiting = new Map(ids.map((id) => [id, sources.get(id)?.length ?? 0]));
  const ready = ids.filter((id) => waiting.get(id) === 0);
  const ranks = new Map(ids.map((id) => [id, 0]));
  for (const id of ready) {
    for (const to of targets.get(id) ?? []) {
      ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1));
      const left = (waiting.get(to) ?? 0) - 1;
      waiting.set(to, left);
      if (left === 0) ready.push(to);
    }
  }
  for (const id of ids) {
    const next = targets.get(id);
    if (sources.has(id) || next === undefined) continue;
    ranks.set(id, next.reduce((least, to) => Math.min(least, ranks.get(to) ?? 0), Number.POSITIVE_INFINITY) - 1);
  }
  return ranks;
}
