import { dayMs } from '../local-calendar.ts';
import { partitionPoint } from '../partition-point.ts';
import { fisherExactGreater } from '../significance/fisher-exact.ts';
import type { Span } from '../span.ts';
import { median } from '../statistics.ts';
import type { Failure, FailureHistory } from './failure-histories.ts';

const weekMs = 7 * dayMs;
/** With fewer weeks than these there are too few others to compare one with. */
const weeksToCompare = 4;
const examplesShown = 5;

/** How often one failure followed another, against how often it would by chance. */
export interface Coincidence {
  /** How many failures of the cause were followed by one of the dependent within the span. */
  readonly support: number;
  /** How many failures the cause had. */
  readonly causeFailures: number;
  /** How many of them would be followed by chance; null when the window leaves nothing to compare with. */
  readonly expected: number | null;
  /** support ÷ expected; null when none is expected. */
  readonly lift: number | null;
  /** How likely chance alone would lead to so many, or more. */
  readonly pValue: number;
  /** From the one failure to the other. */
  readonly medianDelayMs: number | null;
  /** The latest of them, by the ids of deployments and incidents. */
  readonly examples: readonly { readonly cause: string; readonly dependent: string; readonly delayMs: number }[];
}

/**
 * Compares the time after each failure of a cause with two others, and lets the one count that explains more:
 * the same hours of the other weeks of the window (of its other days, when it has fewer than four weeks), so that services which both
 * fail in office hours, or on release days, do not look connected (the bidirectional case-crossover design: W. Navidi, Biometrics 54,
 * 1998); and the time after changes of the cause that went well, so that services which are deployed together do not either. Both by
 * Fisher's exact test; a pair that passes only one of them has not passed.
 */
export function compareWithChance(
  cause: FailureHistory,
  dependent: FailureHistory,
  window: Span,
  spanMs: number,
): Coincidence {
  const isFollowed = (atMs: number) => firstWithin(dependent.failures, atMs, spanMs) !== undefined;
  const followed = cause.failures.flatMap((failure) => {
    const next = firstWithin(dependent.failures, failure.atMs, spanMs);
    return next === undefined ? [] : { cause: failure.id, dependent: next.id, delayMs: next.atMs - failure.atMs };
  });
  const group = { groupWith: followed.length, groupSize: cause.failures.length };
  const otherTimes = cause.failures.flatMap(({ atMs }) => sameHours(atMs, window, spanMs));
  const comparisons = [otherTimes, cause.wentWellMs].map((moments) => {
    return { ...group, restWith: moments.filter(isFollowed).length, restSize: moments.length };
  });
  // Nothing to compare with lets nothing pass; but a cause that was never changed well was not deployed together with others either.
  const [timesP = 1, changesP = 1] = comparisons.map(fisherExactGreater);
  const share = Math.max(...comparisons.map(({ restWith, restSize }) => (restSize === 0 ? 0 : restWith / restSize)));
  const expected = otherTimes.length === 0 ? null : group.groupSize * share;
  return {
    support: followed.length,
    causeFailures: group.groupSize,
    expected,
    lift: expected === null || expected === 0 ? null : followed.length / expected,
    pValue: cause.wentWellMs.length === 0 ? timesP : Math.max(timesP, changesP),
    medianDelayMs: median(followed.map(({ delayMs }) => delayMs)),
    examples: followed.slice(-examplesShown),
  };
}

/** The first failure after a moment and at most `spanMs` after it; what fails in the same moment was not caused by the other. */
function firstWithin(failures: readonly Failure[], atMs: number, spanMs: number): Failure | undefined {
  const next = failures[partitionPoint(failures, (failure) => failure.atMs <= atMs)];
  return next !== undefined && next.atMs <= atMs + spanMs ? next : undefined;
}

/** The moments whole weeks, or days, before and after one whose span lies in the window. */
function sameHours(atMs: number, { fromMs, toMs }: Span, spanMs: number): number[] {
  const stepMs = toMs - fromMs >= weeksToCompare * weekMs ? weekMs : dayMs;
  const moments: number[] = [];
  for (let other = atMs - stepMs; other >= fromMs; other -= stepMs) moments.push(other);
  for (let other = atMs + stepMs; other + spanMs <= toMs; other += stepMs) moments.push(other);
  return moments;
}
