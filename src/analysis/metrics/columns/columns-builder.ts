import type { MetricRow } from '../../../projections/metric-rows.ts';
import { type Columns, flag, type LaneColumns, statusCode } from './columns.ts';
import { Growing } from './growing.ts';
import { Names } from './names.ts';
import { States } from './states.ts';

/** Gathers rows, in any order, and puts them into columns. */
export class ColumnsBuilder {
  readonly #lanes = new Names();
  readonly #places: { service: string; environment: string }[] = [];
  readonly #strategies = new Names();
  readonly #regions = new Names();
  readonly #lane = new Growing((length) => new Uint32Array(length));
  readonly #index = new Growing((length) => new Float64Array(length));
  readonly #atMs = new Growing((length) => new Float64Array(length));
  readonly #durationMs = new Growing((length) => new Float64Array(length));
  readonly #state = new Growing((length) => new Uint16Array(length));
  readonly #states = new States();
  readonly #strategy = new Growing((length) => new Uint16Array(length));
  readonly #region = new Growing((length) => new Uint32Array(length));
  /** By the place at which a row was added. */
  readonly #rolledBackMs = new Map<number, number>();
  readonly #commitFrom = new Growing((length) => new Uint32Array(length));
  readonly #committedMs = new Growing((length) => new Float64Array(length));

  add(row: MetricRow): void {
    const { service, environment, startedMs, finishedMs, status, rolledBackMs } = row;
    const lane = this.#lanes.codeOf(`${environment}\u0000${service}`);
    if (lane === this.#places.length) this.#places.push({ service, environment });
    if (status === 'rolled-back') this.#rolledBackMs.set(this.#lane.length, rolledBackMs ?? Number.NaN);
    this.#lane.push(lane);
    this.#index.push(row.index);
    this.#atMs.push(row.atMs);
    this.#durationMs.push(startedMs === null || finishedMs === null ? Number.NaN : finishedMs - startedMs);
    this.#state.push(this.#states.codeOf(statusCode[status], flagsOf(row)));
    this.#strategy.push(this.#strategies.codeOf(row.strategy));
    this.#region.push(this.#regions.codeOf(row.region));
    this.#commitFrom.push(this.#committedMs.length);
    for (const ms of row.committedMs) this.#committedMs.push(ms);
  }

  /** The columns of what was added. Rows of one moment are in the order of the log. */
  build(): Columns {
    const { order, lanes } = this.#order();
    return {
      lanes,
      index: this.#index.inOrder(order),
      atMs: this.#atMs.inOrder(order),
      durationMs: this.#durationMs.inOrder(order),
      state: this.#state.inOrder(order),
      states: this.#states.all,
      strategy: this.#strategy.inOrder(order),
      region: this.#region.inOrder(order),
      strategies: this.#strategies.all,
      regions: this.#regions.all,
      ...this.#rolledBackInOrder(order),
      ...this.#commitsInOrder(order),
    };
  }

  /** The places at which rows were added, lane by lane and in order of time. */
  #order(): { order: Uint32Array; lanes: LaneColumns[] } {
    const starts = new Uint32Array(this.#places.length + 1);
    for (let i = 0; i < this.#lane.length; i++) {
      const next = this.#lane.at(i) + 1;
      starts[next] = (starts[next] ?? 0) + 1;
    }
    for (let lane = 1; lane < starts.length; lane++) starts[lane] = (starts[lane] ?? 0) + (starts[lane - 1] ?? 0);
    const order = new Uint32Array(this.#lane.length);
    const free = starts.slice();
    for (let i = 0; i < this.#lane.length; i++) {
      const lane = this.#lane.at(i);
      const place = free[lane] ?? 0;
      order[place] = i;
      free[lane] = place + 1;
    }
    const lanes = this.#places.map((names, lane) => ({ ...names, from: starts[lane] ?? 0, to: starts[lane + 1] ?? 0 }));
    for (const { from, to } of lanes) this.#sortByTime(order.subarray(from, to));
    return { order, lanes };
  }

  #sortByTime(places: Uint32Array): void {
    const compare = (a: number, b: number) =>
      this.#atMs.at(a) - this.#atMs.at(b) || this.#index.at(a) - this.#index.at(b);
    for (let i = 1; i < places.length; i++) {
      if (compare(places[i - 1] ?? 0, places[i] ?? 0) <= 0) continue;
      places.sort(compare);
      return;
    }
  }

  #rolledBackInOrder(order: Uint32Array): Pick<Columns, 'rolledBack' | 'rolledBackMs'> {
    const rolledBack = new Uint32Array(this.#rolledBackMs.size);
    const rolledBackMs = new Float64Array(this.#rolledBackMs.size);
    let filled = 0;
    for (let place = 0; place < order.length; place++) {
      const ms = this.#rolledBackMs.get(order[place] ?? 0);
      if (ms === undefined) continue;
      rolledBack[filled] = place;
      rolledBackMs[filled++] = ms;
    }
    return { rolledBack, rolledBackMs };
  }

  #commitsInOrder(order: Uint32Array): Pick<Columns, 'commitFrom' | 'committedMs'> {
    const commitFrom = new Uint32Array(order.length + 1);
    const committedMs = new Float64Array(this.#committedMs.length);
    let filled = 0;
    for (let place = 0; place < order.length; place++) {
      const added = order[place] ?? 0;
      const to = added + 1 < this.#commitFrom.length ? this.#commitFrom.at(added + 1) : this.#committedMs.length;
      for (let i = this.#commitFrom.at(added); i < to; i++) committedMs[filled++] = this.#committedMs.at(i);
      commitFrom[place + 1] = filled;
    }
    return { commitFrom, committedMs };
  }
}

function flagsOf(row: MetricRow): number {
  return (
    (row.finishedMs === null ? 0 : flag.finished) |
    (row.reckoning === 'target' ? flag.target : 0) |
    (row.reckoning === 'carried-out-rollback' ? flag.carriedOutRollback : 0) |
    (row.planned === false ? flag.unplanned : 0) |
    (row.remediates ? flag.remediates : 0) |
    (row.hasPrevious ? flag.hasPrevious : 0) |
    (row.outcome === 'success' ? flag.reportedSuccess : 0)
  );
}
