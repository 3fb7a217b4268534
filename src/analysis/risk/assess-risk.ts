import type { IncidentRow } from '../../projections/rows.ts';
import type { Change } from '../change.ts';
import { compareCodePoints } from '../code-point-order.ts';
import { condense } from '../dependencies/condense.ts';
import { countDependents, type DependentCount } from '../dependencies/count-dependents.ts';
import type { DependencyGraph } from '../dependencies/dependency-graph.ts';
import { groupByKey } from '../group-by-key.ts';
import { type FailureProbability, failureProbability } from './failure-probability.ts';
import { type FleetPrior, fitFleetPrior, type Tally } from './fleet-prior.ts';
import { type RiskFactor, riskFactors } from './risk-factors.ts';

export interface ServiceRisk extends Tally {
  readonly service: string;
  readonly tier: string | null;
  /** How many services a failure of the next change is expected to touch: probability × (1 + dependents). */
  readonly score: number;
  readonly probability: FailureProbability;
  /** Services that depend on it, directly or not. */
  readonly dependents: DependentCount;
  /** What else speaks of risk; none of it is in the score. */
  readonly factors: readonly RiskFactor[];
  /** Its failed deployments, latest first. */
  readonly failures: readonly string[];
}

export interface RiskEvidence {
  readonly graph: DependencyGraph;
  /** Of the whole fleet. */
  readonly changes: readonly Change[];
  /** Those open at the end of the window, by service. */
  readonly openIncidents: ReadonlyMap<string, readonly IncidentRow[]>;
  /** When each service was last deployed, in epoch milliseconds, as far as is known. */
  readonly lastDeployedMs: ReadonlyMap<string, number>;
  /** The end of the window. */
  readonly atMs: number;
}

export interface RiskAssessment {
  /** Null when nothing changed in the window: then there is nothing to learn from. */
  readonly prior: FleetPrior | null;
  /** The riskiest first, then by name. */
  readonly services: readonly ServiceRisk[];
}

/** Assesses what the next change of each service puts at risk, from how the changes of the window went and who depends on whom. */
export function assessRisk(evidence: RiskEvidence): RiskAssessment {
  const { graph, changes, openIncidents } = evidence;
  if (changes.length === 0) return { prior: null, services: [] };
  const changesOf = groupByKey(changes, ({ service }) => service);
  const dependentsOf = countDependents(condense(graph));
  const prior = fitFleetPrior([...changesOf.values()].map(tally));
  const services = [...graph.values()].flatMap((node): ServiceRisk[] => {
    const { name, row } = node;
    if (row === null) return [];
    const own = latestFirst(changesOf.get(name) ?? []);
    const probability = failureProbability(tally(own), prior);
    const dependents = dependentsOf.get(node) ?? { total: 0, byTier: [] };
    const factors = riskFactors({
      changes: own,
      openIncidents: openIncidents.get(name) ?? [],
      lastDeployedMs: evidence.lastDeployedMs.get(name) ?? null,
      atMs: evidence.atMs,
    });
    const score = probability.value * (1 + dependents.total);
    const failures = own.filter(({ failed }) => failed).map(({ id }) => id);
    return [{ service: name, tier: row.tier, score, probability, ...tally(own), dependents, factors, failures }];
  });
  return { prior, services: services.sort((a, b) => b.score - a.score || compareCodePoints(a.service, b.service)) };
}

function tally(changes: readonly Change[]): Tally {
  return { changes: changes.length, failed: changes.filter(({ failed }) => failed).length };
}

function latestFirst(changes: readonly Change[]): Change[] {
  return changes.toSorted((a, b) => b.finishedMs - a.finishedMs || compareCodePoints(a.id, b.id));
}
