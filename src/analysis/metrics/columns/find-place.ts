import type { Columns, LaneColumns } from './columns.ts';

/** The first place of a lane whose time is not before `ms`. Takes log₂ steps. */
export function firstAt({ atMs }: Columns, { from, to }: LaneColumns, ms: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((atMs[middle] ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function laneNamed(
  { lanes }: Columns,
  { service, environment }: Pick<LaneColumns, 'service' | 'environment'>,
): LaneColumns | undefined {
  return lanes.find((lane) => lane.service === service && lane.environment === environment);
}

export interface RecordedPlace {
  readonly service: string;
  readonly environment: string;
  readonly index: number;
  readonly atMs: number;
}

/** Where a deployment is in the columns; undefined when it is not there. */
export function placeOfFact(
  columns: Columns,
  { service, environment, index, atMs }: RecordedPlace,
): number | undefined {
  const lane = laneNamed(columns, { service, environment });
  if (lane === undefined) return undefined;
  for (let place = firstAt(columns, lane, atMs); place < lane.to && columns.atMs[place] === atMs; place++) {
    if (columns.index[place] === index) return place;
  }
  return undefined;
}
