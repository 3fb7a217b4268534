import { logBeta } from './beta-distribution.ts';

/** How often something happened out of so many times. */
export interface Tally {
  readonly failed: number;
  readonly changes: number;
}

/** What the fleet says about a service before its own changes are looked at: a Beta(α, β) distribution of its failure probability. */
export interface FleetPrior {
  readonly alpha: number;
  readonly beta: number;
  /** α ÷ (α + β): the fleet's failure rate, strictly between 0 and 1. */
  readonly mean: number;
  /** α + β: as many changes of a service's own weigh as much as the fleet does. */
  readonly strength: number;
}

/** Four to each doubling, from 1 change to 1,024. */
const strengths = Array.from({ length: 41 }, (_, step) => 2 ** (step / 4));

/** Fewer services than these say nothing about how much services differ. */
const servicesToCompare = 3;

/**
 * Fits the prior to the fleet: its mean is the pooled failure rate, with half a failure in one change added (Jeffreys' prior) so that it
 * never is 0 or 1; its strength is the one of a fixed grid under which the tallies are the most likely (empirical Bayes by marginal
 * likelihood: G. Casella, The American Statistician 39, 1985). With fewer than three services that changed the strength is 1.
 */
export function fitFleetPrior(tallies: readonly Tally[]): FleetPrior {
  const changed = tallies.filter(({ changes }) => changes > 0);
  const failed = changed.reduce((sum, tally) => sum + tally.failed, 0);
  const changes = changed.reduce((sum, tally) => sum + tally.changes, 0);
  const mean = (failed + 0.5) / (changes + 1);
  const strength = changed.length < servicesToCompare ? 1 : likeliestStrength(changed, mean);
  return { alpha: strength * mean, beta: strength * (1 - mean), mean, strength };
}

function likeliestStrength(tallies: readonly Tally[], mean: number): number {
  let best = { strength: 1, likelihood: Number.NEGATIVE_INFINITY };
  for (const strength of strengths) {
    const likelihood = logLikelihood(tallies, strength * mean, strength * (1 - mean));
    if (likelihood > best.likelihood) best = { strength, likelihood };
  }
  return best.strength;
}

/** Of the tallies as beta-binomial counts, up to a constant. */
function logLikelihood(tallies: readonly Tally[], alpha: number, beta: number): number {
  const prior = logBeta(alpha, beta);
  return tallies.reduce(
    (sum, { failed, changes }) => sum + logBeta(alpha + failed, beta + changes - failed) - prior,
    0,
  );
}
