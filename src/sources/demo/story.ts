import type { Beat } from './beats.ts';
import type { Calendar } from './calendar.ts';
import type { Diary } from './diary.ts';
import type { Lane } from './lane.ts';
import type { Random } from './random.ts';
import type { Release } from './release.ts';
import type { DemoService } from './service.ts';
import type { VersionLine } from './versions.ts';

/** One service on its way through the 180 days. */
export interface Story {
  readonly service: DemoService;
  readonly random: Random;
  readonly calendar: Calendar;
  readonly diary: Diary;
  readonly versions: VersionLine;
  /** In the order of promotion. */
  readonly lanes: readonly Lane[];
  /** What must happen to it, soonest first; taken away as it happens. */
  readonly beats: Beat[];
  /** Nothing planned begins after that moment. */
  readonly untilMs: number;
}

/** The commits of a release that was just built are now missing everywhere. */
export function awaitCommits({ lanes }: Story, { commits }: Release): void {
  for (const lane of lanes) lane.waiting = [...lane.waiting, ...commits];
}
