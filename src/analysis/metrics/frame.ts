import type { IncidentRow } from '../../projections/rows.ts';
import type { FailedChange } from '../failed-changes.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import type { Span } from '../span.ts';
import type { Columns } from './columns/columns.ts';
import { Growing } from './columns/growing.ts';

/** What has the same names in each dimension, and the part of the window in which it lies. */
export interface GroupSpan extends Span {
  /** The name in each dimension; '' where there is none. */
  readonly by: Readonly<Record<string, string>>;
}

export type Failure = Pick<FailedChange, 'recoveredMs' | 'endedBeforeFinish'>;

/** An incident with the deployment that it is attributed to, and its group when it opened in the window. */
export interface FrameIncident extends IncidentRow {
  readonly group: number | undefined;
  /** Its deployment among the columns; undefined when it has none there. */
  readonly place: number | undefined;
}

/** What a profile's metrics are computed from: the deployments that count, each in its group, and what became of them. */
export interface Frame {
  readonly columns: Columns;
  readonly calendar: LocalCalendar;
  readonly groups: readonly GroupSpan[];
  /** The deployments that count, in ascending order. */
  readonly places: Uint32Array;
  /** The group of each of them. */
  readonly groupOf: Uint32Array;
  /** Failed changes by place, those aside that were rolled back and neither blamed for an incident nor remedied. */
  readonly failures: ReadonlyMap<number, Failure>;
  readonly incidents: readonly FrameIncident[];
  /** Rollbacks that happened in the window. */
  readonly rollbacks: readonly { readonly id: string; readonly group: number }[];
  /** Why incidents and rollbacks cannot be put into these groups; undefined when they are. */
  readonly untold: string | undefined;
  /** When the lane (service, environment and region, joined by U+0000) succeeded next after the columns end. */
  readonly laterSuccessMs: ReadonlyMap<string, number>;
}

/** How many of the deployments that count meet a condition, by group. */
export function countIn({ groups, places, groupOf }: Frame, meets: (place: number) => boolean): Uint32Array {
  const counts = new Uint32Array(groups.length);
  for (let i = 0; i < places.length; i++) {
    const group = groupOf[i] ?? 0;
    if (meets(places[i] ?? 0)) counts[group] = (counts[group] ?? 0) + 1;
  }
  return counts;
}

/** Numbers by group. */
export class GroupedValues {
  readonly #values: Float64Array;
  readonly #starts: Uint32Array;

  constructor(groups: number, groupOf: Growing<Uint32Array>, values: Growing<Float64Array>) {
    this.#starts = new Uint32Array(groups + 1);
    const { length } = values;
    for (let i = 0; i < length; i++) {
      const next = groupOf.at(i) + 1;
      this.#starts[next] = (this.#starts[next] ?? 0) + 1;
    }
    for (let group = 1; group <= groups; group++)
      this.#starts[group] = (this.#starts[group] ?? 0) + (this.#starts[group - 1] ?? 0);
    this.#values = new Float64Array(length);
    const free = this.#starts.slice();
    for (let i = 0; i < length; i++) {
      const group = groupOf.at(i);
      const place = free[group] ?? 0;
      this.#values[place] = values.at(i);
      free[group] = place + 1;
    }
  }

  /** The numbers of a group, in no particular order: selecting percentiles moves them. */
  of(group: number): Float64Array {
    return this.#values.subarray(this.#starts[group] ?? 0, this.#starts[group + 1] ?? 0);
  }
}

/** Gathers numbers of the deployments that count: `each` pushes any number of them for a place. */
export function gather(frame: Frame, each: (place: number, push: (value: number) => void) => void): GroupedValues {
  const groupOf = new Growing((length) => new Uint32Array(length));
  const values = new Growing((length) => new Float64Array(length));
  let group = 0;
  const push = (value: number) => {
    groupOf.push(group);
    values.push(value);
  };
  const { places } = frame;
  for (let i = 0; i < places.length; i++) {
    group = frame.groupOf[i] ?? 0;
    each(places[i] ?? 0, push);
  }
  return new GroupedValues(frame.groups.length, groupOf, values);
}

/** The deployments of a group that meet a condition. */
export function placesIn({ places, groupOf }: Frame, group: number, meets: (place: number) => boolean): number[] {
  const found: number[] = [];
  for (let i = 0; i < places.length; i++) {
    const place = places[i] ?? 0;
    if (groupOf[i] === group && meets(place)) found.push(place);
  }
  return found;
}
