import { type FinishedDeployment, isDeployed } from './finished-deployment.ts';
import { mondayFrom, mondayOf } from './iso-week.ts';
import type { LocalCalendar } from './local-calendar.ts';
import type { Computed, Span } from './metric.ts';
import { median } from './statistics.ts';

/** How many deployments reached the environment a day, and on how many days of a usual week there was one. */
export function computeFrequency(
  deployments: readonly FinishedDeployment[],
  span: Span,
  calendar: LocalCalendar,
): Computed {
  const deployed = deployments.filter(isDeployed);
  const days = calendar.daysBetween(span.fromMs, span.toMs);
  const week = usualWeek(deployed, span, calendar);
  const metric = {
    value: days > 0 ? deployed.length / days : null,
    unit: '1/d',
    ...(days > 0 ? {} : { reason: 'the calendar of this time zone skips this time' }),
    numerator: deployed.length,
    denominator: days,
    formula: 'deployed ÷ days of the window',
    daysPerWeek: week,
    ...(week === null ? { daysPerWeekReason: 'no ISO week lies wholly inside the window' } : {}),
  };
  return { metric, numerator: deployed, denominator: [] };
}

/** The median number of days with a deployment over the ISO weeks that lie wholly inside the span, those with none included. */
function usualWeek(deployed: readonly FinishedDeployment[], span: Span, calendar: LocalCalendar): number | null {
  const nextMonday = mondayFrom(calendar.dayOf(span.fromMs));
  const first = calendar.startOf(nextMonday) < span.fromMs ? nextMonday + 7 : nextMonday;
  const weeks = (mondayOf(calendar.dayOf(span.toMs)) - first) / 7;
  if (weeks < 1) return null;
  const daysOfWeek = new Array<number>(weeks).fill(0);
  for (const day of new Set(deployed.map(({ finishedMs }) => calendar.dayOf(finishedMs)))) {
    const week = (mondayOf(day) - first) / 7;
    if (week >= 0 && week < weeks) daysOfWeek[week] = (daysOfWeek[week] ?? 0) + 1;
  }
  return median(daysOfWeek);
}
