import type { IncidentRow } from '../../projections/rows.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import type { Period } from '../periods.ts';
import type { BlamedPlaces } from './blamed-places.ts';
import type { Columns, State, StateSet } from './columns/columns.ts';
import { statesThat } from './columns/columns.ts';
import type { Growing } from './columns/growing.ts';
import type { Runs } from './runs.ts';
import type { Tally } from './tally.ts';

/** An incident with the deployment that it is attributed to, and its group when it opened in the window. */
export interface FrameIncident extends IncidentRow {
  readonly group: number | undefined;
  /** Its deployment among the columns; undefined when it has none there. */
  readonly place: number | undefined;
}

/**
 * What a profile's metrics are computed from: the deployments of a window in groups, which of them count, and what became of them. A
 * group is what has the same names in one period; those of the same names are numbered in the order of the periods.
 */
export interface Frame {
  readonly columns: Columns;
  readonly calendar: LocalCalendar;
  readonly groups: number;
  /** In order; the only one is the window where no period is asked for. */
  readonly periods: readonly Period[];
  /** Where the deployments of each group are, those among them that do not count. */
  readonly runs: Runs;
  /** In which states a deployment counts. */
  readonly counting: StateSet;
  readonly tally: Tally;
  /** Those that did harm, those aside that were rolled back and not blamed for anything. */
  readonly blamed: BlamedPlaces;
  readonly incidents: readonly FrameIncident[];
  /** Rollbacks that happened in the window. */
  readonly rollbacks: readonly { readonly id: string; readonly group: number }[];
  /** Why incidents and rollbacks cannot be put into these groups; undefined when they are. */
  readonly untold: string | undefined;
  /** When the lane (service, environment and region, joined by U+0000) succeeded next after the columns end. */
  readonly laterSuccessMs: ReadonlyMap<string, number>;
  /** Room for the numbers of one group. */
  readonly room: Growing<Float64Array>;
}

/** The place in `periods` of a group's. */
export function periodOf({ periods }: Frame, group: number): number {
  return group % periods.length;
}

/** The states in which a deployment counts and meets a condition. */
export function countingThat({ columns, counting }: Frame, meets: (state: State) => boolean): StateSet {
  return statesThat(columns, meets).map((isMet, code) => isMet & (counting[code] ?? 0));
}

/** Visits the deployments of a group that are in these states. */
export function visitPlaces(
  { columns, runs }: Frame,
  group: number,
  states: StateSet,
  visit: (place: number) => void,
): void {
  const { state } = columns;
  for (let run = runs.first(group); run < runs.first(group + 1); run++) {
    const to = runs.to(run);
    for (let place = runs.from(run); place < to; place++) if (states[state[place] ?? 0] === 1) visit(place);
  }
}

/** The deployments of a group that are in these states and meet a condition, in ascending order. */
export function placesIn(
  frame: Frame,
  group: number,
  states: StateSet,
  meets: (place: number) => boolean = () => true,
): number[] {
  const places: number[] = [];
  visitPlaces(frame, group, states, (place) => {
    if (meets(place)) places.push(place);
  });
  return places;
}

/** Numbers of a group's deployments in these states: `each` pushes any number of them for a place. Good until the next are gathered. */
export function gather(
  frame: Frame,
  group: number,
  states: StateSet,
  each: (place: number, push: (value: number) => void) => void,
): Float64Array {
  const { room } = frame;
  room.clear();
  const push = (value: number) => room.push(value);
  visitPlaces(frame, group, states, (place) => each(place, push));
  return room.column();
}
