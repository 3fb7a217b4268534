import type { Change } from '../../change.ts';
import { groupByKey } from '../../group-by-key.ts';
import { median } from '../../statistics.ts';
import { type Arrival, findArrivals } from './find-arrivals.ts';

/** An environment on the way of versions. Counts are of versions, a version being one of one service. */
export interface FlowStage {
  readonly environment: string;
  /** Deployments that ended there, however they ended. */
  readonly deployments: number;
  /** Versions that those deployments brought, or tried to bring. */
  readonly versions: number;
  /** Versions none of whose deployments failed there or did harm. */
  readonly clean: number;
  /** Versions that were in no earlier environment before. */
  readonly entered: number;
}

/** The way of versions from an environment straight to a later one. */
export interface FlowHop {
  readonly from: string;
  readonly to: string;
  readonly versions: number;
  readonly clean: number;
  /** From a version's first success in `from` to its first end in `to`: the median, in milliseconds. */
  readonly medianMs: number;
}

/** How versions are promoted from environment to environment in a window. */
export interface FlowPicture {
  readonly type: 'flow';
  readonly service: string | null;
  readonly environment: string | null;
  readonly fromMs: number;
  readonly toMs: number;
  /** In the order of promotion; only those with deployments. */
  readonly stages: readonly FlowStage[];
  readonly hops: readonly FlowHop[];
}

/**
 * Pictures the flow of what changed in a window. A version arrives from the last environment before, in the order of promotion,
 * that it succeeded in at most `lookbackMs` earlier.
 * @param changes those of the window and of the lookback before it, of all environments
 * @param order the names of the environments in the order of promotion
 */
export function pictureFlow(
  changes: readonly Change[],
  order: readonly string[],
  scope: Pick<FlowPicture, 'service' | 'environment' | 'fromMs' | 'toMs'>,
): FlowPicture {
  const arrivals = findArrivals(changes, order, scope);
  const shown = arrivals.filter(
    ({ environment, from }) =>
      scope.environment === null || [environment, from?.environment].includes(scope.environment),
  );
  const byStage = groupByKey(shown, ({ environment }) => environment);
  const sources = new Set(shown.flatMap(({ from }) => from?.environment ?? []));
  const names = order.filter((name) => byStage.has(name) || sources.has(name));
  return {
    type: 'flow',
    ...scope,
    stages: names.map((name) => stageOf(name, byStage.get(name) ?? [])),
    hops: names.flatMap((to) => hopsTo(to, byStage.get(to) ?? [], names)),
  };
}

function stageOf(environment: string, arrivals: readonly Arrival[]): FlowStage {
  return {
    environment,
    deployments: arrivals.reduce((sum, { deployments }) => sum + deployments, 0),
    versions: arrivals.length,
    clean: arrivals.filter(({ clean }) => clean).length,
    entered: arrivals.filter(({ from }) => from === undefined).length,
  };
}

function hopsTo(to: string, arrivals: readonly Arrival[], names: readonly string[]): FlowHop[] {
  const bySource = groupByKey(arrivals, ({ from }) => from?.environment);
  return names.flatMap((from) => {
    const moved = bySource.get(from) ?? [];
    if (moved.length === 0) return [];
    const waits = moved.map(({ firstMs, from: source }) => firstMs - (source?.succeededMs ?? firstMs));
    const clean = moved.filter((arrival) => arrival.clean).length;
    return [{ from, to, versions: moved.length, clean, medianMs: median(waits) ?? 0 }];
  });
}
