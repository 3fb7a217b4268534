import { isWithin, minuteMs, windowAfter, workingMoment } from './calendar.ts';
import type { Story } from './story.ts';
import { teams } from './teams.ts';

/**
 * The first moment from `readyMs` on at which the team deploys to production: in its maintenance window, else in its working
 * hours, which now and then somebody ignores; never in the holidays.
 */
export function productionMoment(story: Story, readyMs: number): number {
  const { holidays } = story.calendar;
  const momentMs = openingFrom(story, readyMs);
  return isWithin(holidays, momentMs) ? openingFrom(story, holidays.toMs) : momentMs;
}

function openingFrom({ service, random }: Story, readyMs: number): number {
  if (service.window !== undefined) return windowAfter(readyMs, service.window) + random.between(1, 9) * minuteMs;
  return random.chance(0.025) ? readyMs : workingMoment(readyMs, teams[service.team].hours, random);
}
