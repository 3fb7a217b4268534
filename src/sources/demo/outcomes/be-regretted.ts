import { minuteMs } from '../calendar.ts';
import { newIncident, tellCausedIncident } from '../incident.ts';
import { leave } from '../lane.ts';
import { someTrouble } from '../messages.ts';
import { tellRollback } from '../rollback.ts';
import type { Rollout } from '../rollout.ts';
import type { Story } from '../story.ts';
import { succeed } from './go-well.ts';

/** It succeeds, turns out to be bad and is rolled back; more often than not it is an incident by then. */
export function beRegretted(story: Story, rollout: Rollout): number {
  const { random, service } = story;
  const trouble = someTrouble(random);
  const noticedMs = succeed(story, rollout) + random.around(40, 4) * minuteMs;
  const backMs = noticedMs + random.around(16, 2.5) * minuteMs;
  const before = leave(rollout.lane, 1);
  if (before === undefined) return noticedMs;
  const broke = random.chance(0.6);
  if (broke) {
    const incident = newIncident(story, service.name, noticedMs, `${trouble.title} after ${rollout.release.version}`);
    tellCausedIncident(story, incident, rollout, backMs + random.between(4, 15) * minuteMs);
  }
  const trigger = broke ? 'incident' : random.pick(['manual', 'automatic'] as const);
  tellRollback(story, rollout, before, backMs, { ...trouble, trigger });
  return backMs + random.between(30, 90) * minuteMs;
}
