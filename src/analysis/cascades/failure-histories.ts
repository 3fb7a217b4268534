import type { IncidentRow } from '../../projections/rows.ts';
import type { Change } from '../change.ts';
import { compareCodePoints } from '../code-point-order.ts';
import { groupByKey } from '../group-by-key.ts';
import { partitionPoint } from '../partition-point.ts';

/** A moment at which something failed: a failed change finished, or an incident opened. */
export interface Failure {
  /** Epoch milliseconds. */
  readonly atMs: number;
  /** The id of the deployment or incident. */
  readonly id: string;
}

/** When a service failed, and when it could have and did not. */
export interface FailureHistory {
  /** With which its trouble began each time, oldest first. */
  readonly failures: readonly Failure[];
  /** When changes of it went well, except while there was trouble. */
  readonly wentWellMs: readonly number[];
}

/**
 * The history of each service that failed. A failure at most `spanMs` after another one goes on with the same trouble: five attempts
 * at one bad release are not five independent failures.
 */
export function failureHistories(
  changes: readonly Change[],
  incidents: readonly IncidentRow[],
  spanMs: number,
): Map<string, FailureHistory> {
  const failures = groupByKey(
    [
      ...changes
        .filter(({ failed }) => failed)
        .map(({ service, finishedMs, id }) => ({ service, atMs: finishedMs, id })),
      ...incidents.map(({ service, openedMs, id }) => ({ service, atMs: openedMs, id })),
    ],
    ({ service }) => service,
  );
  const wentWell = groupByKey(
    changes.filter(({ failed }) => !failed),
    ({ service }) => service,
  );
  return new Map(
    [...failures].map(([service, own]) => {
      const moments = (wentWell.get(service) ?? []).map(({ finishedMs }) => finishedMs);
      return [service, historyOf(own, moments, spanMs)];
    }),
  );
}

function historyOf(failures: readonly Failure[], wentWellMs: readonly number[], spanMs: number): FailureHistory {
  const sorted = failures.toSorted((a, b) => a.atMs - b.atMs || compareCodePoints(a.id, b.id));
  const isTrouble = (atMs: number) => {
    const last = sorted[partitionPoint(sorted, (failure) => failure.atMs <= atMs) - 1];
    return last !== undefined && atMs - last.atMs <= spanMs;
  };
  return {
    failures: sorted
      .filter(({ atMs }, index) => atMs - (sorted[index - 1]?.atMs ?? Number.NEGATIVE_INFINITY) > spanMs)
      .map(({ atMs, id }) => ({ atMs, id })),
    wentWellMs: wentWellMs.filter((atMs) => !isTrouble(atMs)),
  };
}
