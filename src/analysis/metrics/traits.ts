import type { PeriodUnit } from '../periods.ts';
import type { Columns, LaneColumns } from './columns/columns.ts';
import { Names } from './columns/names.ts';

export type Dimension = 'service' | 'team' | 'type' | 'environment' | 'region' | PeriodUnit;
export type Trait = Exclude<Dimension, PeriodUnit>;

export function isPeriodUnit(dimension: Dimension): dimension is PeriodUnit {
  return dimension === 'day' || dimension === 'week' || dimension === 'month';
}

type Lane = Pick<LaneColumns, 'service' | 'environment'>;

/** The combinations of names in some dimensions, periods aside, numbered as they are met; without a dimension there is one, of none. */
export class Traits {
  readonly dimensions: readonly Trait[];
  /** Whether deployments of one lane may differ in them. */
  readonly isByPlace: boolean;
  readonly #met = new Names();
  readonly #columns: Columns;
  readonly #teams: ReadonlyMap<string, string>;

  constructor(dimensions: readonly Dimension[], columns: Columns, teams: ReadonlyMap<string, string>) {
    this.dimensions = dimensions.filter((dimension) => !isPeriodUnit(dimension));
    this.isByPlace = this.dimensions.some((dimension) => dimension === 'type' || dimension === 'region');
    this.#columns = columns;
    this.#teams = teams;
    if (this.dimensions.length === 0) this.#met.codeOf('');
  }

  /** The names of each combination, in the order of the dimensions. */
  get all(): string[][] {
    return this.#met.all.map((joined) => (this.dimensions.length === 0 ? [] : joined.split('\u0000')));
  }

  codeAt(lane: Lane, place: number): number {
    return this.#met.codeOf(this.#namesAt(lane, place));
  }

  /** The combination of what happens in an environment of a service, unless it takes a deployment to tell. */
  codeIn(lane: Lane): number {
    return this.codeAt(lane, 0);
  }

  /** The same; undefined where it was not met. */
  find(lane: Lane): number | undefined {
    return this.isByPlace ? undefined : this.#met.find(this.#namesAt(lane, 0));
  }

  #namesAt(lane: Lane, place: number): string {
    // Names hold no control character, so nothing can be taken for the join.
    return this.dimensions.map((dimension) => this.#nameAt(dimension, lane, place)).join('\u0000');
  }

  #nameAt(dimension: Trait, lane: Lane, place: number): string {
    const { strategies, strategy, regions, region } = this.#columns;
    switch (dimension) {
      case 'service':
        return lane.service;
      case 'environment':
        return lane.environment;
      case 'team':
        return this.#teams.get(lane.service) ?? '';
      case 'type':
        return strategies[strategy[place] ?? 0] ?? '';
      case 'region':
        return regions[region[place] ?? 0] ?? '';
    }
  }
}
