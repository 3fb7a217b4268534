import { type Calendar, dayMs, hourMs, isWeekend, isWithin, midnights, workingMoment } from './calendar.ts';
import { tellProduction } from './production.ts';
import type { Random } from './random.ts';
import { plannedRelease, type Release } from './release.ts';
import type { DemoService } from './service.ts';
import { awaitCommits, type Story } from './story.ts';
import { teams } from './teams.ts';
import { tellTrial } from './trial.ts';

/** Tells of every release that a service's team plans, from its build as far as it comes. */
export function tellReleases(story: Story): void {
  const { service, random, versions, calendar, untilMs } = story;
  for (const builtMs of buildMoments(service, { ...calendar, toMs: untilMs }, random.fork('builds'))) {
    const release = plannedRelease(service, versions.release(random), builtMs, random);
    awaitCommits(story, release);
    promote(story, release);
  }
}

/** Brings a release from environment to environment. Some are found wanting or overtaken on the way; the first is not. */
function promote(story: Story, release: Release): void {
  const { random, service, lanes, untilMs } = story;
  const first = lanes.every(({ running }) => running.length === 0);
  let readyMs = release.builtMs;
  for (const lane of lanes.filter(({ environment }) => environment !== 'production')) {
    const automatic = lane.environment === 'development';
    const startedMs = automatic ? readyMs : workingMoment(readyMs, teams[service.team].hours, random);
    if (startedMs > untilMs) return;
    const medianHours = lane.environment === 'staging' ? 9 : 2.5;
    readyMs = tellTrial(story, lane, release, startedMs) + random.around(medianHours, 3) * hourMs;
    if (!first && random.chance(0.13)) return;
  }
  tellProduction(story, release, readyMs);
}

/** When a pipeline builds a release: on the first day, then in working hours and on a few weekends. */
function* buildMoments(service: DemoService, calendar: Calendar, random: Random): Generator<number> {
  const { hours } = teams[service.team];
  let begun = false;
  for (const dayAtMs of midnights(calendar)) {
    if (isWeekend(dayAtMs) && !random.chance(0.05)) continue;
    const builds = begun ? buildsOf(dayAtMs, service, calendar, random) : 1;
    begun = true;
    const moments = Array.from({ length: builds }, () => dayAtMs + random.between(hours.from, hours.to) * hourMs);
    yield* moments.toSorted((a, b) => a - b).filter((atMs) => atMs <= calendar.toMs);
  }
}

/** How many releases are built on a day, four at most: more as time goes by and under fire, hardly any in the holidays. */
function buildsOf(dayAtMs: number, service: DemoService, calendar: Calendar, random: Random): number {
  const grown = 0.8 + (0.4 * (dayAtMs - calendar.fromMs)) / (180 * dayMs);
  const besieged = service.name === 'payments' && isWithin(calendar.badWeek, dayAtMs) ? 5 : 1;
  const lull = isWithin(calendar.holidays, dayAtMs) ? 0.1 : 1;
  const perDay = (service.releasesPerWeek / 5) * grown * besieged * lull;
  return [1, 2, 3, 4].filter(() => random.chance(perDay / 4)).length;
}
