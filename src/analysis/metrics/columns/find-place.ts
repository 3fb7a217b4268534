import type { Columns, LaneColumns } from './columns.ts';

/** The first place, from ≤ place ≤ to, at which an ascending column is not below `least`. Takes log₂ steps. */
export function firstNotBelow(
  column: Float64Array | Uint32Array,
  least: number,
  { from, to }: { readonly from: number; readonly to: number },
): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? 0) < least) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The first place of a lane whose time is not before `ms`. */
export function firstAt({ atMs }: Columns, lane: LaneColumns, ms: number): number {
  return firstNotBelow(atMs, ms, lane);
}

export interface RecordedPlace {
  readonly service: string;
  readonly environment: string;
  readonly index: number;
  readonly atMs: number;
}

/** Finds deployments in the columns, many of them fast. */
export class PlaceFinder {
  readonly #columns: Columns;
  /** By environment and service: found without making a key of both. */
  readonly #lanes = new Map<string, Map<string, LaneColumns>>();

  constructor(columns: Columns) {
    this.#columns = columns;
    for (const lane of columns.lanes) {
      const others = this.#lanes.get(lane.environment);
      if (others === undefined) this.#lanes.set(lane.environment, new Map([[lane.service, lane]]));
      else others.set(lane.service, lane);
    }
  }

  lane({ service, environment }: Pick<LaneColumns, 'service' | 'environment'>): LaneColumns | undefined {
    return this.#lanes.get(environment)?.get(service);
  }

  /** Where a deployment is; undefined when it is not there. */
  place({ service, environment, index, atMs }: RecordedPlace): number | undefined {
    const lane = this.lane({ service, environment });
    if (lane === undefined) return undefined;
    const columns = this.#columns;
    for (let place = firstAt(columns, lane, atMs); place < lane.to && columns.atMs[place] === atMs; place++) {
      if (columns.index[place] === index) return place;
    }
    return undefined;
  }
}
