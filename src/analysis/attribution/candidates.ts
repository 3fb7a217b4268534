import type { FinishedDeployment } from '../finished-deployment.ts';
import { groupByKey } from '../group-by-key.ts';
import { partitionPoint } from '../partition-point.ts';
import type { AttributionRule } from './attribution-rule.ts';

/** A deployment that can have caused an incident. */
export type Candidate = Pick<
  FinishedDeployment,
  'id' | 'service' | 'environment' | 'finishedMs' | 'rolledBackMs' | 'undoneMs'
>;

/** Where something is deployed or breaks. */
export interface Place {
  readonly service: string;
  readonly environment: string;
}

/** Candidates by service and environment, so that those of an incident are found in a number of steps that hardly grows with their number. */
export class Candidates {
  readonly #places: ReadonlyMap<string, readonly Candidate[]>;

  /** @param candidates deployments that may be blamed at all, in any order: which they are is for the metric profile to say */
  constructor(candidates: Iterable<Candidate>) {
    const places = groupByKey(candidates, keyOf);
    for (const here of places.values()) here.sort(byFinish);
    this.#places = places;
  }

  /** The one that finished last before a moment, among those that the rule's span lets in. Of several, the one with the greatest id. */
  latestBefore(place: Place, openedMs: number, rule: AttributionRule): Candidate | undefined {
    const here = this.#places.get(keyOf(place)) ?? [];
    const latest = here[finishedBefore(here, openedMs, rule.takesSameMoment) - 1];
    const tooLongAgo = rule.spanMs !== null && latest !== undefined && latest.finishedMs < openedMs - rule.spanMs;
    return tooLongAgo ? undefined : latest;
  }

  /** How many finished from `fromMs` up to the opening. */
  countBetween(place: Place, fromMs: number, openedMs: number, rule: AttributionRule): number {
    const here = this.#places.get(keyOf(place)) ?? [];
    return Math.max(
      0,
      finishedBefore(here, openedMs, rule.takesSameMoment) - partitionPoint(here, (one) => one.finishedMs < fromMs),
    );
  }
}

/** Orders by finish, and those of the same moment by id, so that the order of arrival does not decide whom to blame. */
export function byFinish(a: Candidate, b: Candidate): number {
  return a.finishedMs - b.finishedMs || (a.id < b.id ? -1 : Number(a.id > b.id));
}

function finishedBefore(here: readonly Candidate[], openedMs: number, orAtIt: boolean): number {
  return partitionPoint(here, ({ finishedMs }) => finishedMs < openedMs || (orAtIt && finishedMs === openedMs));
}

function keyOf({ service, environment }: Place): string {
  return `${service}\u0000${environment}`;
}
