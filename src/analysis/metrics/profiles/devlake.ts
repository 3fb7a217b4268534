import { type Frame, placesIn } from '../frame.ts';
import type { Metric, MetricColumn, MetricDefinition, MetricName } from '../metric.ts';
import { commitLeadTime } from '../parts/commit-lead-time.ts';
import { deploymentDays, noTime } from '../parts/deployment-days.ts';
import { deploymentsWithIncident } from '../parts/incident-rates.ts';
import { incidentsByDeployment } from '../parts/incidents-by-group.ts';
import { lowerMedian } from '../parts/lower-median.ts';
import { unlessSuccessful } from '../parts/successful.ts';
import { incidentTimes } from '../parts/summary.ts';
import { timeToRestore } from '../parts/time-to-restore.ts';
import { type Bands, bandWithin, type Profile } from '../profile.ts';
import { indexesOf } from '../ratio.ts';

const minuteMs = 60_000;
const hour = 3600;
const day = 24 * hour;
const source = 'Apache DevLake, https://devlake.apache.org/docs/DORA/ (dashboards DORA and DORA Details)';

/** The median number of days with a deployment a week, over all weeks from Monday that the window touches. */
function frequency(frame: Frame): MetricColumn {
  const days = deploymentDays(frame);
  return {
    of(group) {
      const { weeks, months } = days[group] ?? { weeks: [], months: [] };
      return {
        value: lowerMedian(weeks),
        unit: 'd/week',
        ...(weeks.length > 0 ? {} : noTime),
        formula: 'lower median of the days with a deployment, over the weeks of the window',
        daysPerMonth: lowerMedian(months),
        daysPerHalfYear: months.slice(-6).reduce((sum, month) => sum + month, 0),
        weeks: weeks.length,
      };
    },
    sides: (group) => ({ numerator: indexesOf(frame, placesIn(frame, group, frame.counting)), denominator: [] }),
  };
}

const leadTime: MetricDefinition = (frame) =>
  commitLeadTime(frame, {
    summary: 'lower median',
    formula: 'lower median of finish − commit time, in whole minutes rounded up, those below 0 left out',
    counted: (ms) => (ms > -minuteMs ? Math.max(0, Math.ceil(ms / minuteMs)) * minuteMs : undefined),
  });

const recoverySinceDeployment: MetricDefinition = (frame) =>
  incidentTimes(incidentsByDeployment(frame), {
    summary: 'lower median',
    formula: "lower median of incident resolved − its deployment's finish",
    spanMs: ({ resolvedMs, place }) =>
      resolvedMs === null ? undefined : resolvedMs - (frame.columns.atMs[place ?? 0] ?? 0),
  });

interface Limits {
  readonly leadTime: readonly [number, number, number];
  readonly failRate: readonly [number, number, number];
  readonly recovery: readonly [number, number, number];
  frequency(metric: Metric & { readonly value: number }): ReturnType<typeof bandWithin>;
}

function bands(limits: Limits): Bands {
  return {
    version: 1,
    of(name: MetricName, metric) {
      const { value } = metric;
      if (value === null) return undefined;
      switch (name) {
        case 'frequency':
          return limits.frequency({ ...metric, value });
        case 'lead-time':
          return bandWithin(limits.leadTime, (limit) => value < limit);
        case 'change-fail-rate':
          return bandWithin(limits.failRate, (limit) => value <= limit);
        case 'recovery-time':
          return bandWithin(limits.recovery, (limit) => value < limit);
        default:
          return undefined;
      }
    },
  };
}

const shared = { source, incidents: 'latest-before', reasonAgainst: unlessSuccessful } as const;
const recovery = [hour, day, 7 * day] as const;

/** DevLake with the benchmarks of the DORA report of 2023. */
export const devlake2023: Profile = {
  ...shared,
  name: 'devlake-2023',
  version: 1,
  metrics: {
    frequency,
    'lead-time': leadTime,
    'change-fail-rate': deploymentsWithIncident,
    'recovery-time': recoverySinceDeployment,
  },
  bands: bands({
    leadTime: [day, 7 * day, 30 * day],
    failRate: [0.05, 0.1, 0.15],
    recovery,
    frequency: ({ value, daysPerMonth }) =>
      value >= 5 ? 'elite' : value >= 1 ? 'high' : Number(daysPerMonth) >= 1 ? 'medium' : 'low',
  }),
};

/** DevLake with the benchmarks of the DORA report of 2021. */
export const devlake2021: Profile = {
  ...shared,
  name: 'devlake-2021',
  version: 1,
  metrics: {
    frequency,
    'lead-time': leadTime,
    'change-fail-rate': deploymentsWithIncident,
    'recovery-time': timeToRestore('lower median'),
  },
  bands: bands({
    leadTime: [hour, 7 * day, 180 * day],
    failRate: [0.15, 0.2, 0.3],
    recovery,
    frequency: ({ value, daysPerMonth, daysPerHalfYear }) =>
      value >= 5 ? 'elite' : Number(daysPerMonth) >= 1 ? 'high' : Number(daysPerHalfYear) >= 1 ? 'medium' : 'low',
  }),
};
