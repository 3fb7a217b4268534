import type { Fact } from '../../domain/facts/fact.ts';

export interface PlaceOf {
  readonly service: string;
  readonly environment: string;
}

/** What some facts are about, each once. */
export interface Touched {
  readonly deployments: ReadonlySet<string>;
  readonly rollbacks: ReadonlySet<string>;
  readonly incidents: ReadonlySet<string>;
  /** Places that facts name. */
  readonly places: readonly PlaceOf[];
  /** Indexes of the facts that lost a sealed value. */
  readonly erased: ReadonlySet<number>;
}

export function touchedBy(facts: readonly Fact[]): Touched {
  const deployments = new Set<string>();
  const rollbacks = new Set<string>();
  const incidents = new Set<string>();
  const erased = new Set<number>();
  const places: PlaceOf[] = [];
  for (const { type, data } of facts) {
    if (type === 'actor.erased') for (const { index } of data.openings) erased.add(index);
    else if ('incident' in data) incidents.add(data.incident);
    else if ('rollback' in data) rollbacks.add(data.rollback);
    else if ('deployment' in data && data.deployment !== undefined) deployments.add(data.deployment);
    if ('service' in data && 'environment' in data) places.push(data);
  }
  return { deployments, rollbacks, incidents, places, erased };
}
