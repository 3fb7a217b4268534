import type { Period } from '../periods.ts';
import type { Columns, LaneColumns } from './columns/columns.ts';
import { firstAt, firstNotBelow } from './columns/find-place.ts';
import { MetRuns } from './runs.ts';
import type { Traits } from './traits.ts';

/** Cuts lanes where the names of the group change and at the ends of periods. Groups are numbered by names, then by period. */
export function layRuns(
  columns: Columns,
  lanes: readonly LaneColumns[],
  periods: readonly Period[],
  traits: Traits,
): MetRuns {
  const { atMs } = columns;
  const runs = new MetRuns();
  for (const lane of lanes) {
    let period = 0;
    for (const { from, to } of stretchesOf(columns, lane, periods, traits)) {
      const group = traits.codeAt(lane, from) * periods.length;
      for (let start = from; start < to; ) {
        while ((atMs[start] ?? 0) >= (periods[period]?.toMs ?? Number.POSITIVE_INFINITY)) period++;
        const end = firstNotBelow(atMs, periods[period]?.toMs ?? Number.POSITIVE_INFINITY, { from: start, to });
        runs.add(group + period, start, end);
        start = end;
      }
    }
  }
  return runs;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** What of a lane lies in the periods, in stretches whose deployments have the same names. */
function stretchesOf(
  columns: Columns,
  lane: LaneColumns,
  periods: readonly Period[],
  traits: Traits,
): Iterable<Stretch> {
  const from = firstAt(columns, lane, periods[0]?.fromMs ?? 0);
  const to = firstAt(columns, lane, periods.at(-1)?.toMs ?? 0);
  if (traits.isByPlace) return alike(columns, from, to);
  return from < to ? [{ from, to }] : [];
}

/** Stretches of one strategy and region. */
function* alike({ strategy, region }: Columns, from: number, to: number): Generator<Stretch> {
  for (let start = from; start < to; ) {
    let end = start + 1;
    while (end < to && strategy[end] === strategy[start] && region[end] === region[start]) end++;
    yield { from: start, to: end };
    start = end;
  }
}
