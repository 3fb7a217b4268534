import { groupByKey } from '../group-by-key.ts';
import { falseDiscoveryRates } from '../significance/false-discovery-rates.ts';
import { type Comparison, compareWithRest, type Outcome, tallyByDay } from './compare-with-rest.ts';
import { type TraitName, traitNames } from './traits.ts';

/** One value of one trait: how often changes that have it fail, against all the others. */
export interface Candidate extends Comparison {
  readonly trait: TraitName;
  readonly value: string;
  /** The share of chance finds among all candidates whose p is at most this one: Benjamini and Hochberg. */
  readonly q: number;
  /** Whether it is called a pattern: q is at most the threshold. */
  readonly pattern: boolean;
}

export interface FailurePatterns {
  /** Every candidate that was tested, those least like chance first. */
  readonly candidates: readonly Candidate[];
  /** How many values were not tested, since they or all the others occur on too few days. */
  readonly tooFew: number;
}

/** Fewer days than this say nothing; whether changes failed does not decide whether they are tested, so it cannot mislead the test. */
export const leastDays = 5;

/**
 * Finds the traits with which changes fail more often than without. Every value of every trait is tested, and all tests together are
 * corrected for their number, so that changes which fail by chance alone lead to any pattern with a probability of about `threshold`
 * at most. A pattern is no cause: traits go along with one another.
 * @param threshold the share of false patterns among all patterns that is put up with, between 0 and 1
 */
export function findFailurePatterns(outcomes: readonly Outcome[], threshold: number): FailurePatterns {
  const failed = outcomes.filter((outcome) => outcome.failed).length;
  if (failed === 0 || failed === outcomes.length) return { candidates: [], tooFew: 0 };
  const all = tallyByDay(outcomes);
  const compared = traitNames.flatMap((trait) =>
    [...groupByKey(outcomes, ({ traits }) => traits[trait])]
      .filter(([, members]) => members.length < outcomes.length)
      .map(([value, members]) => ({ trait, value, ...compareWithRest(tallyByDay(members), all) })),
  );
  const tested = compared.filter(({ days, restDays }) => Math.min(days, restDays) >= leastDays);
  const rates = falseDiscoveryRates(tested.map(({ p }) => p));
  const candidates = tested.map((candidate, index): Candidate => {
    const q = rates[index] ?? 1;
    return { ...candidate, q, pattern: q <= threshold };
  });
  return { candidates: candidates.sort((a, b) => a.p - b.p), tooFew: compared.length - tested.length };
}
