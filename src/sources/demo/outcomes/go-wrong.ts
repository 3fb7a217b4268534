import { dayMs, minuteMs } from '../calendar.ts';
import { arrive } from '../lane.ts';
import { someTrouble } from '../messages.ts';
import { tellRollback } from '../rollback.ts';
import { planRollout, type Rollout } from '../rollout.ts';
import type { Story } from '../story.ts';
import { tellRollout, tellStatus, tellUnderWay } from '../tell-rollout.ts';
import { succeed } from './go-well.ts';

/** It fails half-way. Where some of it was live already it is rolled back; mostly a second attempt succeeds. */
export function fail(story: Story, rollout: Rollout): number {
  const { random, service, diary } = story;
  const { lane, release } = rollout;
  const trouble = someTrouble(random);
  const after = random.between(0.25, 0.9);
  let endMs = tellRollout(diary, rollout, { status: 'failure', after, message: trouble.reason });
  const before = lane.running.at(-1);
  const halfLive = lane.targets.length > 0 && after > 0.5;
  if (before !== undefined && (halfLive || random.chance(0.3))) {
    endMs += random.between(2, 6) * minuteMs;
    tellRollback(story, rollout, before, endMs, { ...trouble, trigger: 'automatic' });
  }
  if (service.window !== undefined || random.chance(0.35)) return endMs;
  const { strategy, kind } = rollout;
  return succeed(story, planRollout(story, lane, release, endMs + random.around(70, 2) * minuteMs, { strategy, kind }));
}

/** Somebody stops it before much of it is live. */
export function beCancelled({ diary, random }: Story, rollout: Rollout): number {
  const message = `Stopped: ${random.pick(['wrong version picked', 'another change goes first', 'support asked to wait'])}`;
  return tellRollout(diary, rollout, { status: 'cancelled', after: random.between(0.1, 0.34), message });
}

/** Its pipeline dies, and nobody ever says how it ended. */
export function beAbandoned({ diary }: Story, rollout: Rollout): number {
  tellUnderWay(diary, rollout, 0.5);
  const message = 'No word for 24 hours; the runner was lost';
  return tellStatus(diary, rollout, 0.4 + dayMs / rollout.durationMs, { status: 'abandoned', message });
}

/** The pipeline gives up waiting and reports a failure; the cluster reports a success minutes later. */
export function beDisputed({ diary }: Story, rollout: Rollout): number {
  const after = 1 + (2.5 * minuteMs) / rollout.durationMs;
  tellRollout(diary, rollout, { status: 'failure', after: 1, message: 'Timed out waiting for the last replicas' });
  arrive(rollout.lane, rollout.release);
  return tellStatus(diary, rollout, after, { status: 'success', message: 'Healthy: all replicas are updated' });
}
