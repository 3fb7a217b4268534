import { buildDependencyGraph } from '../../analysis/dependencies/dependency-graph.ts';
import { assessRisk, type ServiceRisk } from '../../analysis/risk/assess-risk.ts';
import { credibleShare } from '../../analysis/risk/failure-probability.ts';
import type { FleetPrior } from '../../analysis/risk/fleet-prior.ts';
import { LedgerError } from '../../domain/errors.ts';
import { loadChanges } from '../read/load-changes.ts';
import { loadStanding } from '../read/load-standing.ts';
import { requireService } from '../read/require-service.ts';
import { warnOfFew } from '../read/warn-of-few.ts';
import { warnOfSilence } from '../read/warn-of-silence.ts';
import type { AnalysisReportOf } from './analysis-report.ts';
import type { Assignment } from './analyze.ts';

/** By service, the riskiest first. */
export interface RiskReport extends AnalysisReportOf<'risk', ServiceRisk> {
  /** What the whole fleet says about any service; null when nothing changed. */
  readonly prior: FleetPrior | null;
  /** The share of the probability that lies between `low` and `high`. */
  readonly credibleShare: number;
  /** How the numbers are computed from one another. */
  readonly formulas: Readonly<Record<'probability' | 'score', string>>;
  /** Services whose next change is less likely to fail are left out. */
  readonly threshold: number;
}

const formulas = {
  probability: '(prior.alpha + failed) ÷ (prior.alpha + prior.beta + changes)',
  score: 'probability × (1 + dependents.total)',
} as const;

/**
 * Analyzes what is risky to change next: how likely the next change of each service fails, and how many services that would touch.
 * @throws LedgerError `invalid` unless 0 ≤ threshold ≤ 1, `not-found` for a service that nobody registered or deployed.
 */
export async function analyzeRisk({ store, query, scope, frame }: Assignment<'risk'>): Promise<RiskReport> {
  const threshold = requireProbability(query.threshold);
  const fleet = { ...scope, service: undefined };
  const services = await store.services({ knownAt: scope.knownAt });
  const names = services.map(({ name }) => name);
  const service = scope.service === undefined ? undefined : requireService(scope.service, names);
  const changes = await loadChanges(store, fleet);
  const standing = await loadStanding(store, fleet);
  const assessment = assessRisk({
    graph: buildDependencyGraph(services),
    changes,
    ...standing,
    atMs: scope.window.toMs,
  });
  const rows = assessment.services
    .filter((row) => service === undefined || row.service === service)
    .filter(({ probability }) => probability.value >= threshold);
  const failed = changes.filter((change) => change.failed).length;
  return {
    ...frame,
    lookedAt: { services: services.length, changes: changes.length, failed },
    rows,
    prior: assessment.prior,
    credibleShare,
    formulas,
    threshold,
    reason: assessment.prior === null ? 'no deployment ended in the window' : null,
    warnings: changes.length === 0 ? await warnOfSilence(store, fleet) : warnOfFew(changes.length),
  };
}

function requireProbability(threshold = 0): number {
  if (threshold >= 0 && threshold <= 1) return threshold;
  throw new LedgerError('invalid', `a threshold of ${threshold} is no probability`, {
    field: 'threshold',
    hint: 'give the least probability of failure to show, from 0 to 1, such as 0.2',
  });
}
