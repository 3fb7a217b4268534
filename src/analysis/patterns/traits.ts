import type { Change } from '../change.ts';
import { mondayOf } from '../iso-week.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import { versionJump } from './version-jump.ts';

/** What may tell changes that fail from those that do not, in the order in which they are looked at. */
export const traitNames = [
  'service',
  'strategy',
  'kind',
  'planned',
  'hour',
  'weekday',
  'change-size',
  'version-jump',
  'experience',
] as const;

export type TraitName = (typeof traitNames)[number];

export type Traits = Readonly<Record<TraitName, string>>;

/** Enough earlier changes of a service for all its initiators to count as experienced alike. */
export const experienced = 10;

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/**
 * The traits of a change; a trait that nobody recorded is `unknown`.
 * @param calendar of the zone in which the hour and the weekday of its finish are told
 * @param earlier how many changes of this service its initiator had made before it; null when nobody knows
 */
export function traitsOf(change: Change, calendar: LocalCalendar, earlier: number | null): Traits {
  const { service, strategy, kind, planned, finishedMs, commitCount, previousVersion, version } = change;
  const day = calendar.dayOf(finishedMs);
  const hour = Math.floor(calendar.minuteOf(finishedMs) / 60);
  return {
    service,
    strategy,
    kind,
    planned: planned === null ? 'unknown' : planned ? 'planned' : 'unplanned',
    hour: `${String(hour).padStart(2, '0')}:00`,
    weekday: weekdays[day - mondayOf(day)] ?? '',
    'change-size': sizeOf(commitCount),
    'version-jump': versionJump(previousVersion, version),
    experience: experienceOf(earlier),
  };
}

function sizeOf(commits: number): string {
  if (commits === 0) return 'unknown';
  if (commits === 1) return '1 commit';
  if (commits <= 5) return '2-5 commits';
  return commits <= 20 ? '6-20 commits' : '21 or more commits';
}

function experienceOf(earlier: number | null): string {
  if (earlier === null) return 'unknown';
  if (earlier === 0) return 'first change';
  if (earlier <= 2) return '1-2 earlier';
  return earlier < experienced ? '3-9 earlier' : '10 or more earlier';
}
