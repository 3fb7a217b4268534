import { minuteMs } from './calendar.ts';
import { arrive, type Lane } from './lane.ts';
import { brokenPipeline } from './messages.ts';
import type { Release } from './release.ts';
import { goodEnding, planRollout, type Rollout } from './rollout.ts';
import type { Story } from './story.ts';
import { tellInRetrospect } from './tell-rollout.ts';

/** Tells how a release came into a lane before production, if need be after some attempts. Returns when it was there. */
export function tellTrial(
  story: Story,
  lane: Lane,
  release: Release,
  fromMs: number,
  as: Partial<Rollout> = {},
): number {
  const { random, diary } = story;
  let startedMs = Math.max(fromMs, lane.freeMs);
  while (random.chance(0.04)) {
    const ending = { status: 'failure', after: random.unit(), message: brokenPipeline(random) } as const;
    const failedMs = tellInRetrospect(diary, planRollout(story, lane, release, startedMs, as), ending);
    startedMs = failedMs + random.around(30, 3) * minuteMs;
  }
  lane.freeMs = tellInRetrospect(diary, planRollout(story, lane, release, startedMs, as), goodEnding);
  arrive(lane, release);
  return lane.freeMs;
}
