import { flag } from '../columns/columns.ts';
import { countingThat, type Frame, gather, placesIn } from '../frame.ts';
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
  const replacing = countingThat(frame, ({ flags }) => (flags & flag.hasPrevious) !== 0);
  const hasCommits = (place: number) => commitFrom[place] !== commitFrom[place + 1];
  const pushCounted = (place: number, push: (value: number) => void) => {
    for (let i = commitFrom[place] ?? 0; i < (commitFrom[place + 1] ?? 0); i++) {
      const value = counted((atMs[place] ?? 0) - (committedMs[i] ?? 0));
      if (value !== undefined) push(value);
    }
  };
  return {
    of(group) {
      const own = gather(frame, group, replacing, pushCounted);
      return {
        value: summarize(own, summary),
        unit: 's',
        ...(own.length === 0 ? { reason: reasonForNone(placesIn(frame, group, replacing, hasCommits).length) } : {}),
        formula,
        count: own.length,
      };
    },
    sides(group) {
      const indexes = indexesOf(frame, placesIn(frame, group, replacing, hasCommits));
      return { numerator: indexes, denominator: indexes };
    },
  };
}

function reasonForNone(covered: number): string {
  return covered > 0
    ? 'every commit is dated after the deployment that shipped it'
    : 'no deployment of the window says which commits it shipped, and what it replaced';
}
