import { deployedStates } from '../conditions.ts';
import { type Frame, periodOf } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { noTime } from '../parts/deployment-days.ts';
import { indexesOf, inStates } from '../ratio.ts';
import { usualWeeks } from './usual-weeks.ts';

const daysPerWeekReason = 'no ISO week lies wholly inside the window';

/** How many deployments reached the environment a day, and on how many days of a usual week there was one. */
export function frequency(frame: Frame): MetricColumn {
  const states = deployedStates(frame);
  const deployed = inStates(frame, states);
  const daysOf = frame.periods.map(({ fromMs, toMs }) => frame.calendar.daysBetween(fromMs, toMs));
  const weekOf = usualWeeks(frame, states);
  return {
    of(group) {
      const days = daysOf[periodOf(frame, group)] ?? 0;
      const count = deployed.count(group);
      const week = weekOf(group);
      const metric = {
        value: days > 0 ? count / days : null,
        unit: '1/d',
        numerator: count,
        denominator: days,
        formula: 'deployed ÷ days of the window',
        daysPerWeek: week,
      };
      if (days === 0) return { ...metric, ...noTime, daysPerWeekReason };
      return week === null ? { ...metric, daysPerWeekReason } : metric;
    },
    sides: (group) => ({ numerator: indexesOf(frame, deployed.places(group)), denominator: [] }),
  };
}
