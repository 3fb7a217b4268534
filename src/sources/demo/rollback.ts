import { newId } from '../../domain/ids.ts';
import type { Trigger } from '../../domain/vocabulary.ts';
import { minuteMs } from './calendar.ts';
import { at } from './diary.ts';
import type { Lane } from './lane.ts';
import type { Trouble } from './messages.ts';
import type { Release } from './release.ts';
import { goodEnding, plainStrategy, planRollout, type Rollout } from './rollout.ts';
import { dependentsOf } from './services.ts';
import type { Story } from './story.ts';
import { member, watcher } from './teams.ts';
import { tellRollout } from './tell-rollout.ts';

/** Tells that a rollout was undone at `atMs` and `to` runs again; at times a deployment of `to`, just over, carried it out. */
export function tellRollback(
  story: Story,
  rollout: Rollout,
  to: Release,
  atMs: number,
  why: Trouble & { readonly trigger: Trigger },
): void {
  const { service, random, diary } = story;
  const { lane, release } = rollout;
  const initiator = why.trigger === 'automatic' ? watcher : member(service.team, random);
  // In an incident people switch back by hand; else a pipeline often deploys the old version.
  const redeployed = why.trigger !== 'incident' && random.chance(0.6);
  const carriedOutBy = redeployed ? carryOut(story, lane, to, atMs - 5000, initiator) : undefined;
  diary.tell(atMs, {
    type: 'rollback',
    id: newId('rollback', atMs, random.bytes),
    service: service.name,
    environment: lane.environment,
    region: lane.region,
    fromVersion: release.version,
    toVersion: to.version,
    reason: why.reason,
    reasonCode: why.code,
    trigger: why.trigger,
    at: at(atMs),
    deployment: rollout.id,
    carriedOutBy,
    initiator,
    impact: dependentsOf(service.name).map(({ name }) => name),
  });
}

function carryOut(story: Story, lane: Lane, to: Release, endMs: number, initiator: string): string {
  const durationMs = story.random.between(2, 4) * minuteMs;
  const rollout = planRollout(story, lane, to, endMs - durationMs, {
    durationMs,
    strategy: plainStrategy(story.service),
    initiator,
    approvedBy: undefined,
    message: `Back to ${to.version}`,
    commits: [],
    planned: false,
  });
  tellRollout(story.diary, rollout, goodEnding);
  return rollout.id;
}
