import { compareCodePoints } from '../../code-point-order.ts';
import { groupByKey } from '../../group-by-key.ts';

/** What happened to a service, or to all those that have no lane of their own. */
export interface Lane<Item> {
  /** Null of the lane that holds all others. */
  readonly service: string | null;
  /** How many services it holds, 1 or more. */
  readonly services: number;
  readonly items: readonly Item[];
}

/**
 * Sorts items into at most `most` lanes (1 or more), each item into one: the services with the most items have one of their own,
 * and the last lane holds the rest where there are more.
 */
export function lanesOf<Item extends { readonly service: string }>(items: readonly Item[], most: number): Lane<Item>[] {
  const byService = [...groupByKey(items, ({ service }) => service)];
  byService.sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || compareCodePoints(a, b));
  const own = byService.length <= most ? byService : byService.slice(0, most - 1);
  const rest = byService.slice(own.length);
  const lanes: Lane<Item>[] = own.map(([service, items]) => ({ service, services: 1, items }));
  if (rest.length === 0) return lanes;
  return [...lanes, { service: null, services: rest.length, items: rest.flatMap(([, items]) => items) }];
}
