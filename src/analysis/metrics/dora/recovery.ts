import { type Described, describeSpans } from '../describe-spans.ts';
import type { Frame } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';
import { visitFailures } from './failed-changes.ts';
import { failedRuns } from './failed-runs.ts';

/** How long it takes to recover from a failed change: to its rollback, the end of its incident or its remedy, whichever is first. */
export function recoveryTime(frame: Frame): MetricColumn {
  return {
    of(group) {
      const { described, open, failed, endedBefore } = recoveriesOf(frame, group);
      const { median, mean, p75, p90, count } = described;
      const metric = {
        value: median,
        unit: 's',
        formula: "median of recovery − failed change's finish",
        p75,
        p90,
        mean,
        count,
        open,
        excluded: { 'ended-before-finish': endedBefore },
      };
      return count > 0 ? metric : { ...metric, reason: reasonForNone(failed) };
    },
    sides: (group) => recoveredSides(frame, group),
  };
}

/** How long it takes on average to recover from a failed change and, beside it, to get a failed run through. */
export function mttr(frame: Frame): MetricColumn {
  const runs = failedRuns(frame);
  return {
    of(group) {
      const { described, open, failed, endedBefore } = recoveriesOf(frame, group);
      const metric = {
        value: described.mean,
        unit: 's',
        numerator: described.sum,
        denominator: described.count,
        formula: "sum of (recovery − failed change's finish) ÷ failed changes recovered from",
        open,
        excluded: { 'ended-before-finish': endedBefore },
        failedRuns: runs(group),
      };
      return described.count > 0 ? metric : { ...metric, reason: reasonForNone(failed) };
    },
    sides: (group) => recoveredSides(frame, group),
  };
}

interface Recoveries {
  readonly described: Described;
  readonly failed: number;
  readonly open: number;
  readonly endedBefore: number;
}

function recoveriesOf(frame: Frame, group: number): Recoveries {
  const { room, columns } = frame;
  let [failed, endedBefore] = [0, 0];
  room.clear();
  visitFailures(frame, group, (place, recoveredMs, endedBeforeFinish) => {
    failed++;
    if (endedBeforeFinish) endedBefore++;
    if (!Number.isNaN(recoveredMs)) room.push(recoveredMs - (columns.atMs[place] ?? 0));
  });
  const described = describeSpans(room.reserve(0), room.length);
  return { described, failed, open: failed - described.count - endedBefore, endedBefore };
}

function recoveredSides(frame: Frame, group: number) {
  const places: number[] = [];
  visitFailures(frame, group, (place, recoveredMs) => {
    if (!Number.isNaN(recoveredMs)) places.push(place);
  });
  const indexes = indexesOf(
    frame,
    places.sort((a, b) => a - b),
  );
  return { numerator: indexes, denominator: indexes };
}

function reasonForNone(failed: number): string {
  return failed === 0 ? 'no deployment of the window failed' : 'no failed change of the window is recovered from';
}
