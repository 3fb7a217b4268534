import { median } from '../../statistics.ts';
import { type Frame, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { commitLeadTime } from '../parts/commit-lead-time.ts';
import { deploymentDays, noTime } from '../parts/deployment-days.ts';
import { incidentsPerDeployment } from '../parts/incident-rates.ts';
import { unlessSuccessful } from '../parts/successful.ts';
import { timeToRestore } from '../parts/time-to-restore.ts';
import type { Profile } from '../profile.ts';
import { indexesOf } from '../ratio.ts';

/** Days a week with a deployment, and the word that Four Keys has for it. */
function frequency(frame: Frame): MetricColumn {
  const days = deploymentDays(frame);
  return {
    of(group) {
      const { weeks, months } = days[group] ?? { weeks: [], months: [] };
      const value = median(weeks);
      const weeksWithAny = weeks.filter((count) => count > 0).length;
      const isMonthly = (median(months.map((count) => Math.min(1, count))) ?? 0) >= 1;
      const usual =
        (value ?? 0) >= 3
          ? 'daily'
          : weeksWithAny / Math.max(1, months.length) >= 1
            ? 'weekly'
            : isMonthly
              ? 'monthly'
              : 'yearly';
      return {
        value,
        unit: 'd/week',
        ...(value === null ? noTime : {}),
        formula: 'median of the days with a deployment, over the weeks of the last 3 months',
        usual,
      };
    },
    sides: (group) => ({ numerator: indexesOf(frame, placesIn(frame, group, frame.counting)), denominator: [] }),
  };
}

/** Google's Four Keys, which always looks at the last three months. */
export const fourKeys: Profile = {
  name: 'four-keys',
  version: 1,
  source: 'dora-team/fourkeys, https://github.com/dora-team/fourkeys/blob/main/METRICS.md',
  incidents: 'unattributed',
  windowMonths: 3,
  reasonAgainst: unlessSuccessful,
  metrics: {
    frequency,
    'lead-time': (frame) =>
      commitLeadTime(frame, {
        summary: 'median',
        formula: 'median of finish − commit time, those of 0 and less left out',
        counted: (ms) => (ms > 0 ? ms : undefined),
      }),
    'change-fail-rate': incidentsPerDeployment,
    'recovery-time': timeToRestore('median'),
  },
};
