import { logFactorial } from './log-factorial.ts';

/** How many of a group, and how many of the rest, have some property. Whole numbers ≥ 0. */
export interface TwoByTwo {
  readonly groupWith: number;
  readonly groupSize: number;
  readonly restWith: number;
  readonly restSize: number;
}

/** Terms that are smaller against their sum than this change no digit of it. */
const negligible = 1e-17;

/**
 * The probability that, were the property dealt out by chance, a group of this size would have it at least as often as it has: Fisher's
 * exact test, one-sided (R. A. Fisher, The Design of Experiments, 1935, chapter II), a tail of the hypergeometric distribution. Works
 * with logarithms, so that large counts do not overflow. Between 0 and 1.
 */
export function fisherExactGreater(table: TwoByTwo): number {
  const { groupWith, groupSize, restWith, restSize } = table;
  const having = groupWith + restWith;
  const expected = (having * groupSize) / (groupSize + restSize);
  // The shorter tail is summed: its terms only fall, so none of them is lost between larger ones.
  if (groupWith > expected) return Math.min(1, tail(table, 1));
  if (groupWith === 0 || restWith === restSize) return 1;
  return Math.max(0, 1 - tail({ ...table, groupWith: groupWith - 1, restWith: restWith + 1 }, -1));
}

/** Sums the probabilities from a table on, upwards or downwards, each from the one before. */
function tail(table: TwoByTwo, step: 1 | -1): number {
  const { groupSize, restSize } = table;
  let { groupWith, restWith } = table;
  let [term, total] = [1, 1];
  while (term > total * negligible) {
    const without = { group: groupSize - groupWith, rest: restSize - restWith };
    term *=
      step === 1
        ? (without.group * restWith) / ((groupWith + 1) * (without.rest + 1))
        : (groupWith * without.rest) / ((without.group + 1) * (restWith + 1));
    total += term;
    groupWith += step;
    restWith -= step;
  }
  return Math.exp(logProbability(table)) * total;
}

function logProbability({ groupWith, groupSize, restWith, restSize }: TwoByTwo): number {
  const ways = logChoose(groupSize, groupWith) + logChoose(restSize, restWith);
  return ways - logChoose(groupSize + restSize, groupWith + restWith);
}

function logChoose(n: number, k: number): number {
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}
