import { flag } from '../columns/columns.ts';
import { hasFlag, isDeployed } from '../conditions.ts';
import { describeSpans } from '../describe-spans.ts';
import { countIn, type Frame, gather, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';

/**
 * How long a commit takes to reach the environment: over commits, each counted with the deployment that shipped it first. What the
 * first known deployment of a lane shipped accumulated over an unknown time, and does not count.
 */
export function leadTime(frame: Frame): MetricColumn {
  const { columns } = frame;
  const { commitFrom, committedMs, atMs } = columns;
  const [deployed, hasPrevious] = [isDeployed(frame), hasFlag(frame, flag.hasPrevious)];
  const isFirst = (place: number) => deployed(place) && !hasPrevious(place);
  const isBare = (place: number) =>
    deployed(place) && hasPrevious(place) && commitFrom[place] === commitFrom[place + 1];
  const isCovered = (place: number) => deployed(place) && hasPrevious(place) && !isBare(place);
  const spans = gather(frame, (place, push) => {
    if (!isCovered(place)) return;
    for (let i = commitFrom[place] ?? 0; i < (commitFrom[place + 1] ?? 0); i++) {
      const ms = (atMs[place] ?? 0) - (committedMs[i] ?? 0);
      if (ms >= 0) push(ms);
    }
  });
  const [covered, uncovered, first] = [countIn(frame, isCovered), countIn(frame, isBare), countIn(frame, isFirst)];
  const future = gather(frame, (place, push) => {
    if (!isCovered(place)) return;
    for (let i = commitFrom[place] ?? 0; i < (commitFrom[place + 1] ?? 0); i++) {
      if ((committedMs[i] ?? 0) > (atMs[place] ?? 0)) push(1);
    }
  });
  return {
    of(group) {
      const { count, median, p75, p90, mean } = describeSpans(spans.of(group));
      return {
        value: median,
        unit: 's',
        ...(count === 0
          ? { reason: reasonForNone(covered[group] ?? 0, uncovered[group] ?? 0, first[group] ?? 0) }
          : {}),
        formula: 'median of finish − commit time, over the commits that deployments shipped first',
        p75,
        p90,
        mean,
        count,
        deployments: covered[group] ?? 0,
        excluded: {
          uncovered: uncovered[group] ?? 0,
          'first-of-lane': first[group] ?? 0,
          'commits-after-finish': future.of(group).length,
        },
      };
    },
    sides(group) {
      const indexes = indexesOf(frame, placesIn(frame, group, isCovered));
      return { numerator: indexes, denominator: indexes };
    },
  };
}

function reasonForNone(covered: number, uncovered: number, first: number): string {
  if (covered > 0) return 'every commit is dated after the deployment that shipped it';
  if (uncovered > 0) return 'no deployment of the window says which commits it shipped';
  return first > 0
    ? 'what the first known deployment of a lane shipped is unknown'
    : 'nothing was deployed in the window';
}
