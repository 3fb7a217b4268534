import { compareCodePoints } from '../../code-point-order.ts';
import type { ServiceNode } from './service-graph.ts';

/** How what runs is doing; `unknown` when nobody recorded its deployment. */
export type PlaceHealth = 'ok' | 'partial' | 'incident' | 'unknown';

/** An environment, or one of its regions. */
export interface Place {
  readonly environment: string;
  /** '' where no region was named. */
  readonly region: string;
}

/** A version that runs in a place. */
export interface Occupant extends Place {
  readonly service: string;
  readonly version: string;
  readonly sinceMs: number;
  readonly health: PlaceHealth;
}

/** What runs where. */
export interface TopologyPicture {
  readonly type: 'topology';
  readonly asOfMs: number;
  /** In the order of promotion, then by region. */
  readonly places: readonly Place[];
  /** Services that run somewhere, in code-point order. */
  readonly services: readonly ServiceNode[];
  readonly running: readonly Occupant[];
}

/** Pictures what runs where. `order` names the environments in the order of promotion; `services` are all that are known. */
export function pictureTopology(
  running: readonly Occupant[],
  order: readonly string[],
  services: readonly ServiceNode[],
  asOfMs: number,
): TopologyPicture {
  const ranks = new Map(order.map((name, index) => [name, index]));
  const rank = ({ environment }: Place) => ranks.get(environment) ?? order.length;
  const places = new Map(running.map((row) => [placeKey(row), { environment: row.environment, region: row.region }]));
  const names = new Set(running.map(({ service }) => service));
  const sorted = [...places.values()].sort(
    (a, b) =>
      rank(a) - rank(b) || compareCodePoints(a.environment, b.environment) || compareCodePoints(a.region, b.region),
  );
  return {
    type: 'topology',
    asOfMs,
    places: sorted,
    services: services.filter(({ name }) => names.has(name)),
    running,
  };
}

/** Names a place in maps. */
export function placeKey({ environment, region }: Place): string {
  return `${environment}\u0000${region}`;
}
