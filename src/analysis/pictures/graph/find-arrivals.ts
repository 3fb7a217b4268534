import type { Change } from '../../change.ts';
import { groupByKey } from '../../group-by-key.ts';
import type { Span } from '../../span.ts';

/** A version in an earlier environment is looked for at most this long before it arrives: 90 days. */
export const lookbackMs = 90 * 86_400_000;

/** A version of a service that came to an environment within a window. */
export interface Arrival {
  readonly environment: string;
  readonly deployments: number;
  /** Whether none of them failed or did harm. */
  readonly clean: boolean;
  /** When the first of them ended. */
  readonly firstMs: number;
  /** Where it came from; undefined when it was in no earlier environment. */
  readonly from: { readonly environment: string; readonly succeededMs: number } | undefined;
}

/**
 * Finds the versions that came to each environment in a window, and where each came from.
 * @param changes oldest first, of the window and of `lookbackMs` before it
 * @param order the names of the environments in the order of promotion; others are left out
 */
export function findArrivals(changes: readonly Change[], order: readonly string[], window: Span): Arrival[] {
  const versions = groupByKey(changes, ({ service, version }) => JSON.stringify([service, version]));
  return [...versions.values()].flatMap((ofVersion) => {
    const places = groupByKey(ofVersion, ({ environment }) => environment);
    return order.flatMap((environment, rank) => {
      const inWindow = (places.get(environment) ?? []).filter((change) => isWithin(change, window));
      const [first] = inWindow;
      if (first === undefined) return [];
      const from = sourceOf(places, order.slice(0, rank), first.finishedMs);
      const clean = inWindow.every(({ failed }) => !failed);
      return [{ environment, deployments: inWindow.length, clean, firstMs: first.finishedMs, from }];
    });
  });
}

function sourceOf(
  places: ReadonlyMap<string, readonly Change[]>,
  earlier: readonly string[],
  arrivedMs: number,
): Arrival['from'] {
  const lookback = { fromMs: arrivedMs - lookbackMs, toMs: arrivedMs + 1 };
  for (const environment of earlier.toReversed()) {
    const first = places.get(environment)?.find((change) => change.status !== 'failure' && isWithin(change, lookback));
    if (first !== undefined) return { environment, succeededMs: first.finishedMs };
  }
  return undefined;
}

function isWithin({ finishedMs }: Change, { fromMs, toMs }: Span): boolean {
  return fromMs <= finishedMs && finishedMs < toMs;
}
