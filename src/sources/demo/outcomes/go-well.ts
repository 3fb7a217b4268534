import { hourMs } from '../calendar.ts';
import { at } from '../diary.ts';
import { arrive } from '../lane.ts';
import { goodEnding, type Rollout } from '../rollout.ts';
import type { Story } from '../story.ts';
import { member } from '../teams.ts';
import { tellRollout } from '../tell-rollout.ts';

/** It succeeds, and the release runs. */
export function succeed({ diary }: Story, rollout: Rollout): number {
  const endMs = tellRollout(diary, rollout, goodEnding);
  arrive(rollout.lane, rollout.release);
  return endMs;
}

/** It reaches all regions but the last one, which it reaches in part. */
export function arriveInPart({ diary }: Story, rollout: Rollout): number {
  const message = `Some replicas in ${rollout.lane.targets.at(-1)} stayed on the version before`;
  const endMs = tellRollout(diary, rollout, { status: 'partial', after: 1, message });
  arrive(rollout.lane, rollout.release);
  return endMs;
}

/** It succeeds, and on the next day somebody notices what was recorded wrongly. */
export function beCorrected(story: Story, rollout: Rollout): number {
  const endMs = succeed(story, rollout);
  const atMs = endMs + story.random.between(18, 23) * hourMs;
  story.diary.tell(atMs, {
    type: 'correction',
    deployment: rollout.id,
    set: { kind: 'database-migration', initiator: member(story.service.team, story.random) },
    reason: 'This was the migration of the price lists, not an ordinary release',
    at: at(atMs),
  });
  return endMs;
}
