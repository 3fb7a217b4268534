import type { Hours } from './calendar.ts';
import type { NonEmpty, Random } from './random.ts';

export interface Team {
  readonly people: NonEmpty<string>;
  readonly hours: Hours;
}

const europe: Hours = { from: 7, to: 16, fridayTo: 12 };
const america: Hours = { from: 13, to: 22, fridayTo: 18 };

export const teams = {
  web: { people: ['mila', 'oskar', 'tuva', 'bram'], hours: europe },
  money: { people: ['ines', 'pavel', 'noor', 'stig'], hours: europe },
  discovery: { people: ['jonah', 'priya', 'celeste', 'otis'], hours: america },
  platform: { people: ['ada-w', 'lorenz', 'hanneke', 'kofi'], hours: europe },
  'back-office': { people: ['gerda', 'emil', 'yusuf'], hours: europe },
} as const satisfies Record<string, Team>;

export type TeamName = keyof typeof teams;

export const pipeline = 'ci-bot';
export const releaser = 'release-bot';
export const watcher = 'rollout-guard';

/** Somebody of the team. */
export function member(team: TeamName, random: Random): string {
  return random.pick(teams[team].people);
}

/** Somebody of the team who may approve what `author` does: never the author. */
export function approver(team: TeamName, author: string, random: Random): string {
  const [first, ...others] = teams[team].people.filter((person) => person !== author);
  return first === undefined ? releaser : random.pick([first, ...others]);
}
