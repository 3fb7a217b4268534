import { dayMs, hourMs, minuteMs } from './calendar.ts';
import { plannedRelease } from './release.ts';
import { goodEnding, planRollout, type Rollout } from './rollout.ts';
import { awaitCommits, type Story } from './story.ts';
import { tellInRetrospect, tellRollout } from './tell-rollout.ts';

/** What is under way now, whatever the weekday: when it started or will start, in minutes before now, and how long it takes. */
interface Scene {
  readonly startedAgo: number;
  readonly minutes: number;
  readonly announcedAgo?: number;
}

const scenes: Readonly<Record<string, Scene>> = {
  /** A quarter of the traffic. */
  'edge-router': { startedAgo: 35, minutes: 60 },
  /** Four of ten replicas. */
  orders: { startedAgo: 4, minutes: 8 },
  /** Not begun. */
  payments: { startedAgo: -60, minutes: 50, announcedAgo: 20 },
  /** Done for a while. */
  storefront: { startedAgo: 95, minutes: 55 },
};

/** When a service's planned releases end, so that what is under way now finds its lane free. */
export function quietFrom(service: string, nowMs: number): number {
  return Object.hasOwn(scenes, service) ? nowMs - 1.25 * dayMs : nowMs;
}

/** Tells of the release that a service is just bringing to production, if it is one of those. */
export function tellPresent(story: Story): void {
  const { service, random, versions, calendar, lanes, diary } = story;
  const scene = scenes[service.name];
  if (scene === undefined) return;
  const release = plannedRelease(service, versions.release(random), calendar.toMs - 9 * hourMs, random);
  awaitCommits(story, release);
  for (const [i, lane] of lanes.entries()) {
    if (lane.environment === 'production') {
      const startedMs = calendar.toMs - scene.startedAgo * minuteMs;
      tellRollout(diary, planRollout(story, lane, release, startedMs, timesOf(scene, calendar.toMs)), goodEnding);
    } else {
      tellInRetrospect(diary, planRollout(story, lane, release, release.builtMs + i * 2 * hourMs), goodEnding);
    }
  }
}

function timesOf({ minutes, announcedAgo }: Scene, nowMs: number): Partial<Rollout> {
  const durationMs = minutes * minuteMs;
  return announcedAgo === undefined
    ? { durationMs }
    : { durationMs, announcedMs: nowMs - announcedAgo * minuteMs, approvedBy: undefined };
}
