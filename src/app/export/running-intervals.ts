import type { LedgerStore } from '../../projections/read-store.ts';
import type { LaneChange, RunningRow } from '../../projections/rows.ts';

/** From `sinceMs` until `untilMs` (null: to this day) this version ran. */
export interface RunningInterval extends RunningRow {
  readonly untilMs: number | null;
}

/** What ran from when to when, by lane and time, as known when the log was `knownAt` facts long. */
export async function* runningIntervals(store: LedgerStore, knownAt: number): AsyncGenerator<RunningInterval> {
  let last: LaneChange | undefined;
  for await (const change of store.rows('running')) {
    if (change.knownFrom >= knownAt || (change.knownTo !== null && change.knownTo < knownAt)) continue;
    if (last !== undefined) yield* intervalOf(last, isSamePlace(last, change) ? change.sinceMs : null);
    last = change;
  }
  if (last !== undefined) yield* intervalOf(last, null);
}

function* intervalOf(change: LaneChange, untilMs: number | null): Generator<RunningInterval> {
  if (change.version !== null) yield { ...change, version: change.version, untilMs };
}

function isSamePlace(a: LaneChange, b: LaneChange): boolean {
  return a.service === b.service && a.environment === b.environment && a.region === b.region;
}
