import { dayMs } from './calendar.ts';
import { at } from './diary.ts';
import type { Story } from './story.ts';

/** Tells how a service that is needed no more is removed, a day for each place, production first. */
export function tellRetirement({ service, lanes, diary, calendar }: Story, retiredDaysAgo: number): void {
  for (const [day, { environment, region }] of lanes.toReversed().entries()) {
    const atMs = calendar.toMs - (retiredDaysAgo - day) * dayMs;
    diary.tell(atMs, { type: 'removal', service: service.name, environment, region, at: at(atMs) });
  }
}
