import { failureAt, isFailedChange } from '../conditions.ts';
import { type Described, describeSpans } from '../describe-spans.ts';
import { countIn, type Frame, type GroupedValues, gather, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';
import { failedRuns } from './failed-runs.ts';

/** How long it takes to recover from a failed change: to its rollback, the end of its incident or its remedy, whichever is first. */
export function recoveryTime(frame: Frame): MetricColumn {
  const recovery = recoveriesIn(frame);
  return {
    of(group) {
      const { described, open, failed, endedBefore } = recovery.of(group);
      const { median, mean, p75, p90, count } = described;
      return {
        value: median,
        unit: 's',
        ...reasonForNone(count, failed),
        formula: "median of recovery − failed change's finish",
        p75,
        p90,
        mean,
        count,
        open,
        excluded: { 'ended-before-finish': endedBefore },
      };
    },
    sides: recovery.sides,
  };
}

/** How long it takes on average to recover from a failed change and, beside it, to get a failed run through. */
export function mttr(frame: Frame): MetricColumn {
  const recovery = recoveriesIn(frame);
  const runs = failedRuns(frame);
  return {
    of(group) {
      const { described, open, failed, endedBefore } = recovery.of(group);
      return {
        value: described.mean,
        unit: 's',
        ...reasonForNone(described.count, failed),
        numerator: described.sum,
        denominator: described.count,
        formula: "sum of (recovery − failed change's finish) ÷ failed changes recovered from",
        open,
        excluded: { 'ended-before-finish': endedBefore },
        failedRuns: runs(group),
      };
    },
    sides: recovery.sides,
  };
}

interface Recoveries {
  readonly described: Described;
  readonly failed: number;
  readonly open: number;
  readonly endedBefore: number;
}

function recoveriesIn(frame: Frame) {
  const isFailed = isFailedChange(frame);
  const { atMs } = frame.columns;
  const spans: GroupedValues = gather(frame, (place, push) => {
    if (!isFailed(place)) return;
    const { recoveredMs } = failureAt(frame, place);
    if (recoveredMs !== null) push(recoveredMs - (atMs[place] ?? 0));
  });
  const failed = countIn(frame, isFailed);
  const endedBefore = countIn(frame, (place) => isFailed(place) && failureAt(frame, place).endedBeforeFinish);
  const isRecovered = (place: number) => isFailed(place) && failureAt(frame, place).recoveredMs !== null;
  return {
    of(group: number): Recoveries {
      const described = describeSpans(spans.of(group));
      const [all, before] = [failed[group] ?? 0, endedBefore[group] ?? 0];
      return { described, failed: all, open: all - described.count - before, endedBefore: before };
    },
    sides(group: number) {
      const indexes = indexesOf(frame, placesIn(frame, group, isRecovered));
      return { numerator: indexes, denominator: indexes };
    },
  };
}

function reasonForNone(count: number, failed: number): { readonly reason?: string } {
  if (count > 0) return {};
  return {
    reason: failed === 0 ? 'no deployment of the window failed' : 'no failed change of the window is recovered from',
  };
}
