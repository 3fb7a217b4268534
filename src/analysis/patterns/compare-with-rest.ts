import { type Cluster, designEffect } from '../significance/design-effect.ts';
import { fisherExactGreater } from '../significance/fisher-exact.ts';
import type { Traits } from './traits.ts';

/** A change, as far as patterns of failure are concerned. */
export interface Outcome {
  readonly traits: Traits;
  /** The number of the day on which it finished. */
  readonly day: number;
  readonly failed: boolean;
}

/** How often a group of changes failed, against all the others. Rates lie between 0 and 1. */
export interface Comparison {
  readonly changes: number;
  readonly failed: number;
  readonly failureRate: number;
  /** On how many days it occurred, and on how many it failed. */
  readonly days: number;
  readonly failedDays: number;
  readonly restChanges: number;
  readonly restFailed: number;
  readonly restFailureRate: number;
  readonly restDays: number;
  /** Its failure rate ÷ that of all changes. */
  readonly lift: number;
  /** How many changes say no more than one, since failures come on the same days. */
  readonly designEffect: number;
  /** How probable it is that chance alone makes it fail this often or more: Fisher's exact test of what the changes are worth. */
  readonly p: number;
}

const lastBits = 1e-6;

/** Changes by day: how many there were and how many failed. */
export type Tally = ReadonlyMap<number, Cluster>;

export function tallyByDay(outcomes: readonly Outcome[]): Tally {
  const days = new Map<number, Cluster>();
  for (const { day, failed } of outcomes) {
    const { size, having } = days.get(day) ?? { size: 0, having: 0 };
    days.set(day, { size: size + 1, having: having + (failed ? 1 : 0) });
  }
  return days;
}

/**
 * Compares a group with the rest of all changes, of which some failed. What breaks one deployment often breaks others of that day, so a
 * day on which forty of them failed is no forty witnesses: the counts are first divided by the design effect, by the larger one of both
 * sides since one without a failure shows none.
 */
export function compareWithRest(group: Tally, all: Tally): Comparison {
  const rest = [...all].map(([day, cluster]) => without(cluster, group.get(day))).filter(({ size }) => size > 0);
  const own = [...group.values()];
  const [changes, failed] = [countOf(own), failedOf(own)];
  const [restChanges, restFailed] = [countOf(rest), failedOf(rest)];
  const effect = Math.max(designEffect(own), designEffect(rest));
  // Rounded against the group, so that rounding cannot make a pattern; but not for the last bit of an effect that is 1.
  const [groupWith, restWith] = [Math.floor(failed / effect + lastBits), Math.ceil(restFailed / effect - lastBits)];
  const groupSize = Math.max(groupWith, Math.round(changes / effect));
  const restSize = Math.max(restWith, Math.round(restChanges / effect));
  return {
    changes,
    failed,
    failureRate: failed / changes,
    days: own.length,
    failedDays: own.filter(({ having }) => having > 0).length,
    restChanges,
    restFailed,
    restFailureRate: restFailed / restChanges,
    restDays: rest.length,
    lift: failed / changes / ((failed + restFailed) / (changes + restChanges)),
    designEffect: effect,
    p: fisherExactGreater({ groupWith, groupSize, restWith, restSize }),
  };
}

function without(all: Cluster, part: Cluster = { size: 0, having: 0 }): Cluster {
  return { size: all.size - part.size, having: all.having - part.having };
}

function countOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { size }) => sum + size, 0);
}

function failedOf(clusters: readonly Cluster[]): number {
  return clusters.reduce((sum, { having }) => sum + having, 0);
}
