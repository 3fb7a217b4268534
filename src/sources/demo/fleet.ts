import type { ClaimInput } from '../../domain/claims/claim.ts';
import { beats } from './beats.ts';
import { type Calendar, calendarBefore, dayMs } from './calendar.ts';
import { type Diary, openDiary } from './diary.ts';
import { lanesOf } from './lane.ts';
import { tellOutages } from './outages.ts';
import { quietFrom, tellPresent } from './present.ts';
import { type Random, randomOf } from './random.ts';
import { registrations } from './registrations.ts';
import { tellReleases } from './release-train.ts';
import { tellRetirement } from './retirement.ts';
import type { DemoService } from './service.ts';
import { services } from './services.ts';
import type { Story } from './story.ts';
import { versionLine } from './versions.ts';

export interface DemoOptions {
  readonly seed: number | string;
  /** Epoch milliseconds: nothing that it tells of is later. */
  readonly nowMs: number;
}

/**
 * Makes up 180 days of a fleet: twelve services, four environments, two regions, some thousands of claims in order of time.
 * The same seed and now give the same claims, ids and idempotency keys included, so that recording them again adds nothing.
 * The claims before the first deployment depend on the seed alone: whoever takes up an interrupted demo later passes the now
 * of the first time.
 */
export function* demoFleet({ seed, nowMs }: DemoOptions): Generator<ClaimInput> {
  const diary = openDiary(String(seed), nowMs);
  const calendar = calendarBefore(nowMs);
  for (const claim of registrations()) diary.tell(0, claim);
  const random = randomOf(String(seed));
  for (const service of services) tellStory(beginStory(service, calendar, diary, random.fork(service.name)));
  yield* diary.claims();
}

function beginStory(service: DemoService, calendar: Calendar, diary: Diary, random: Random): Story {
  const { name, retiredDaysAgo } = service;
  const nowMs = calendar.toMs;
  return {
    service,
    random,
    calendar,
    diary,
    versions: versionLine(service.firstVersion),
    lanes: lanesOf(service),
    beats: beats.filter((beat) => beat.service === name),
    untilMs: retiredDaysAgo === undefined ? quietFrom(name, nowMs) : nowMs - (retiredDaysAgo + 2) * dayMs,
  };
}

function tellStory(story: Story): void {
  const { retiredDaysAgo } = story.service;
  tellReleases(story);
  tellOutages({ ...story, random: story.random.fork('outages') });
  if (retiredDaysAgo !== undefined) tellRetirement(story, retiredDaysAgo);
  tellPresent(story);
}
