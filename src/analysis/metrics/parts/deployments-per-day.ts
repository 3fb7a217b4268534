import { isAny } from '../conditions.ts';
import { countIn, type Frame, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';
import { noTime } from './deployment-days.ts';

/** Everything that the profile counts, a day. */
export function deploymentsPerDay(frame: Frame): MetricColumn {
  const counts = countIn(frame, isAny);
  return {
    of(group) {
      const span = frame.groups[group];
      const days = span === undefined ? 0 : frame.calendar.daysBetween(span.fromMs, span.toMs);
      const numerator = counts[group] ?? 0;
      return {
        value: days > 0 ? numerator / days : null,
        unit: '1/d',
        ...(days > 0 ? {} : noTime),
        numerator,
        denominator: days,
        formula: 'deployments ÷ days of the window',
      };
    },
    sides: (group) => ({ numerator: indexesOf(frame, placesIn(frame, group, isAny)), denominator: [] }),
  };
}
