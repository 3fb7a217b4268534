import type { Change } from '../../analysis/change.ts';
import { LocalCalendar } from '../../analysis/local-calendar.ts';
import { countEarlierChanges } from '../../analysis/patterns/earlier-changes.ts';
import { type Candidate, findFailurePatterns, leastDays } from '../../analysis/patterns/find-failure-patterns.ts';
import { traitsOf } from '../../analysis/patterns/traits.ts';
import { loadChanges } from '../read/load-changes.ts';
import { warnOfSilence } from '../read/warn-of-silence.ts';
import type { AnalysisReportOf } from './analysis-report.ts';
import type { Assignment } from './analyze.ts';
import { loadExperience } from './load-experience.ts';
import { requireThreshold } from './require-threshold.ts';

/** Every candidate that was tested, those least like chance first; those called patterns say so. */
export interface FailurePatternsReport extends AnalysisReportOf<'failure-patterns', Candidate> {
  /** The share of false patterns among all patterns that is put up with. */
  readonly threshold: number;
}

/** Looks for what changes that fail have in common. @throws LedgerError `invalid` unless 0 < threshold < 1. */
export async function analyzeFailurePatterns(
  assignment: Assignment<'failure-patterns'>,
): Promise<FailurePatternsReport> {
  const { store, query, scope, frame } = assignment;
  const threshold = requireThreshold(query.threshold);
  const calendar = new LocalCalendar(query.tz);
  const changes = await loadChanges(store, scope);
  const earlier = countEarlierChanges(changes, await loadExperience(store, scope, changes));
  const outcomes = changes.map((change, index) => {
    const traits = traitsOf(change, calendar, earlier[index] ?? null);
    return { traits, day: calendar.dayOf(change.finishedMs), failed: change.failed };
  });
  const { candidates, tooFew } = findFailurePatterns(outcomes, threshold);
  return {
    ...frame,
    threshold,
    lookedAt: {
      deployments: changes.length,
      failed: changes.filter(({ failed }) => failed).length,
      tests: candidates.length,
      tooFewToTest: tooFew,
    },
    rows: candidates,
    reason: candidates.length > 0 ? null : reasonOf(changes),
    warnings: changes.length === 0 ? await warnOfSilence(store, scope) : [],
  };
}

function reasonOf(changes: readonly Change[]): string {
  const failed = changes.filter((change) => change.failed).length;
  if (changes.length === 0) return 'no deployment ended in the window';
  if (failed === 0) return `of ${changes.length} deployments none failed`;
  if (failed === changes.length) return `all ${failed} deployments failed, so there is nothing to compare them with`;
  return `a comparison takes ${leastDays} days with deployments on either side, and nothing divides these ${changes.length} so`;
}
