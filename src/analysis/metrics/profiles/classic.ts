import { partitionPoint } from '../../partition-point.ts';
import { statesThat, statusCode } from '../columns/columns.ts';
import { statesOf } from '../conditions.ts';
import { describeSpans } from '../describe-spans.ts';
import { type Frame, gather, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { deploymentsPerDay } from '../parts/deployments-per-day.ts';
import { whereTold } from '../parts/incidents-by-group.ts';
import type { Profile } from '../profile.ts';
import { indexesOf, inStates } from '../ratio.ts';

const none = { reason: 'no deployment in the window' };

function successRate(frame: Frame): MetricColumn {
  const [successes, all] = [inStates(frame, statesOf(frame, 'success')), inStates(frame, frame.counting)];
  return {
    of: (group) => percentage(successes.count(group), all.count(group), 'success ÷ all × 100'),
    sides: (group) => ({
      numerator: indexesOf(frame, successes.places(group)),
      denominator: indexesOf(frame, all.places(group)),
    }),
  };
}

/** Rollbacks that were recorded ÷ deployments: more than 100 when there are more of them. */
function rollbackRate(frame: Frame): MetricColumn {
  const all = inStates(frame, frame.counting);
  const rollbacks = Array.from({ length: frame.groups }, (): string[] => []);
  for (const { id, group } of frame.rollbacks) rollbacks[group]?.push(id);
  return whereTold(frame, {
    of: (group) => percentage(rollbacks[group]?.length ?? 0, all.count(group), 'rollbacks ÷ all × 100'),
    sides: (group) => ({
      numerator: rollbacks[group] ?? [],
      denominator: indexesOf(frame, all.places(group)),
    }),
  });
}

function percentage(numerator: number, denominator: number, formula: string) {
  const value = denominator === 0 ? null : (numerator / denominator) * 100;
  return { value, unit: '%', ...(value === null ? none : {}), numerator, denominator, formula };
}

/** From the start of a failure to the start of the first success of the same service and environment after it. */
function mttr(frame: Frame): MetricColumn {
  const next = nextStarts(frame);
  const isRepaired = (place: number) => next.has(place);
  return {
    of(group) {
      const spans = gather(frame, group, frame.counting, (place, push) => {
        const ms = next.get(place);
        if (ms !== undefined) push(ms);
      });
      const { mean, sum, count } = describeSpans(spans);
      const reason = 'no failure of the window was followed by a success';
      return {
        value: mean,
        unit: 's',
        ...(count === 0 ? { reason } : {}),
        numerator: sum,
        denominator: count,
        formula: 'mean over failures of start of the first later success − start of the failure',
      };
    },
    sides(group) {
      const indexes = indexesOf(frame, placesIn(frame, group, frame.counting, isRepaired));
      return { numerator: indexes, denominator: indexes };
    },
  };
}

/** By place of a failure, the milliseconds to the start of the first success of its lane that started later. */
function nextStarts({ columns }: Frame): ReadonlyMap<number, number> {
  const { lanes, state, atMs, durationMs } = columns;
  const succeeds = statesThat(columns, ({ status }) => status === statusCode.success);
  const fails = statesThat(columns, ({ status }) => status === statusCode.failure);
  const startOf = (place: number) => (atMs[place] ?? 0) - (durationMs[place] || 0);
  const next = new Map<number, number>();
  for (const { from, to } of lanes) {
    const places = Array.from({ length: to - from }, (_, i) => from + i);
    const starts = places.filter((place) => succeeds[state[place] ?? 0] === 1).map(startOf);
    starts.sort((a, b) => a - b);
    for (const place of places.filter((one) => fails[state[one] ?? 0] === 1)) {
      const failedMs = startOf(place);
      const later = starts[partitionPoint(starts, (ms) => ms <= failedMs)];
      if (later !== undefined) next.set(place, later - failedMs);
    }
  }
  return next;
}

/** 0.4 · success + 0.3 · (100 − rollbacks) + 0.2 · min(100, 10 · frequency) + 0.1 · max(0, 100 − 10 · MTTR in hours). */
function health(frame: Frame): MetricColumn {
  const [success, rollback, repair, often] = [
    successRate(frame),
    rollbackRate(frame),
    mttr(frame),
    deploymentsPerDay(frame),
  ];
  return whereTold(frame, {
    of(group) {
      const [rate, rollbacks, perDay] = [success, rollback, often].map((column) => column.of(group).value);
      const hours = (repair.of(group).value ?? 0) / 3600;
      const isKnown = typeof rate === 'number' && typeof rollbacks === 'number';
      const value = isKnown
        ? 0.4 * rate +
          0.3 * (100 - rollbacks) +
          0.2 * Math.min(100, 10 * (perDay ?? 0)) +
          0.1 * Math.max(0, 100 - 10 * hours)
        : null;
      return {
        value,
        unit: 'score',
        ...(isKnown ? {} : none),
        formula:
          '0.4·success + 0.3·(100 − rollback rate) + 0.2·min(100, 10·frequency) + 0.1·max(0, 100 − 10·MTTR hours)',
      };
    },
    sides: (group) => success.sides(group),
  });
}

/** The metrics of guile-deploy-ledger: every deployment counts, whatever became of it. */
export const classic: Profile = {
  name: 'classic',
  version: 1,
  source: 'guile-deploy-ledger, the metrics of the original talk',
  incidents: 'none',
  countsRollbacks: true,
  reasonAgainst: () => undefined,
  metrics: {
    frequency: (frame) => {
      const column = deploymentsPerDay(frame);
      return { ...column, of: (group) => ({ ...column.of(group), formula: 'all ÷ days' }) };
    },
    'success-rate': successRate,
    mttr,
    'rollback-rate': rollbackRate,
    health,
  },
};
