import { betaQuantile } from './beta-distribution.ts';
import type { FleetPrior, Tally } from './fleet-prior.ts';

/** The share of the posterior that lies inside the credible interval. */
export const credibleShare = 0.9;

/** How likely the next change of a service fails. All three from 0 to 1. */
export interface FailureProbability {
  /** The mean of the posterior: (α + failed) ÷ (α + β + changes). */
  readonly value: number;
  /** The ends of the equal-tailed 90 % credible interval. */
  readonly low: number;
  readonly high: number;
}

/**
 * The failure probability of the next change of a service: its own record, pulled towards the fleet's rate the more the fewer changes
 * it had. Without any it is the fleet's.
 */
export function failureProbability({ failed, changes }: Tally, { alpha, beta }: FleetPrior): FailureProbability {
  const [a, b] = [alpha + failed, beta + changes - failed];
  const tail = (1 - credibleShare) / 2;
  return { value: a / (a + b), low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b) };
}
