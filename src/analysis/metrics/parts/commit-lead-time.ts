import { flag } from '../columns/columns.ts';
import { hasFlag } from '../conditions.ts';
import { countIn, type Frame, gather, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';
import { type Summary, summarize } from './summary.ts';

export interface LeadTimeDefinition {
  readonly summary: Summary;
  readonly formula: string;
  /** What counts of the milliseconds from commit to finish; undefined when they do not count. */
  counted(ms: number): number | undefined;
}

/** The time from commit to finish. The ledger knows commits and no pull requests, so where a tool takes these, a commit stands for one. */
export function commitLeadTime(frame: Frame, { summary, formula, counted }: LeadTimeDefinition): MetricColumn {
  const { commitFrom, committedMs, atMs } = frame.columns;
  const hasPrevious = hasFlag(frame, flag.hasPrevious);
  const isCovered = (place: number) => hasPrevious(place) && commitFrom[place] !== commitFrom[place + 1];
  const values = gather(frame, (place, push) => {
    if (!isCovered(place)) return;
    for (let i = commitFrom[place] ?? 0; i < (commitFrom[place + 1] ?? 0); i++) {
      const value = counted((atMs[place] ?? 0) - (committedMs[i] ?? 0));
      if (value !== undefined) push(value);
    }
  });
  const covered = countIn(frame, isCovered);
  return {
    of(group) {
      const own = values.of(group);
      const reason =
        (covered[group] ?? 0) > 0
          ? 'every commit is dated after the deployment that shipped it'
          : 'no deployment of the window says which commits it shipped, and what it replaced';
      return {
        value: summarize(own, summary),
        unit: 's',
        ...(own.length === 0 ? { reason } : {}),
        formula,
        count: own.length,
      };
    },
    sides(group) {
      const indexes = indexesOf(frame, placesIn(frame, group, isCovered));
      return { numerator: indexes, denominator: indexes };
    },
  };
}
