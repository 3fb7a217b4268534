import { type Frame, periodOf } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf, inStates } from '../ratio.ts';
import { noTime } from './deployment-days.ts';

/** Everything that the profile counts, a day. */
export function deploymentsPerDay(frame: Frame): MetricColumn {
  const counted = inStates(frame, frame.counting);
  const daysOf = frame.periods.map(({ fromMs, toMs }) => frame.calendar.daysBetween(fromMs, toMs));
  return {
    of(group) {
      const days = daysOf[periodOf(frame, group)] ?? 0;
      const numerator = counted.count(group);
      return {
        value: days > 0 ? numerator / days : null,
        unit: '1/d',
        ...(days > 0 ? {} : noTime),
        numerator,
        denominator: days,
        formula: 'deployments ÷ days of the window',
      };
    },
    sides: (group) => ({ numerator: indexesOf(frame, counted.places(group)), denominator: [] }),
  };
}
