import { statuses } from '../../../domain/vocabulary.ts';

/** Bits of `flags`. */
export const flag = {
  /** Its finish is known, and is its time. */
  finished: 1,
  /** A target of its parent, which counts in its place. */
  target: 2,
  carriedOutRollback: 4,
  unplanned: 8,
  remediates: 16,
  /** It is known what it replaced. */
  hasPrevious: 32,
  /** It was reported as a success, whatever was done about it later. */
  reportedSuccess: 64,
} as const;

/** The deployments of one service in one environment: places `from` ≤ place < `to`, in order of time. */
export interface LaneColumns {
  readonly service: string;
  readonly environment: string;
  readonly from: number;
  readonly to: number;
}

/** How a deployment ended, and what else decides whether it counts. */
export interface State {
  /** Place in `statuses`. */
  readonly status: number;
  readonly flags: number;
}

/**
 * Deployments as columns of numbers, some 40 bytes each with a commit: place p of every column is the same deployment. Deployments of
 * one service and environment lie side by side, so that metrics of a service read nothing else. Times in epoch milliseconds.
 */
export interface Columns {
  /** In the order of their places. */
  readonly lanes: readonly LaneColumns[];
  /** Index of the fact that recorded it. */
  readonly index: Float64Array;
  /** Its finish; start or creation while that is unknown. */
  readonly atMs: Float64Array;
  /** From start to finish; NaN when either is unknown, negative when they contradict one another. */
  readonly durationMs: Float64Array;
  /** Place in `states`, of which there are few. */
  readonly state: Uint16Array;
  readonly states: readonly State[];
  /** Places in `strategies` and `regions`. */
  readonly strategy: Uint16Array;
  readonly region: Uint32Array;
  readonly strategies: readonly string[];
  readonly regions: readonly string[];
  /** The places of those that were rolled back, ascending, and when each was; NaN when that is unknown. */
  readonly rolledBack: Uint32Array;
  readonly rolledBackMs: Float64Array;
  /** The commits of place p are commitFrom[p] ≤ i < commitFrom[p + 1] of `committedMs`. */
  readonly commitFrom: Uint32Array;
  readonly committedMs: Float64Array;
}

/** Codes in the column `status`. */
export const statusCode = Object.fromEntries(statuses.map((status, code) => [status, code])) as Readonly<
  Record<(typeof statuses)[number], number>
>;

const deployedCodes = [statusCode.success, statusCode.partial, statusCode['rolled-back']];
/** Whether a status says that the version reached its environment, by code. */
export const isDeployedCode: readonly boolean[] = statuses.map((_, code) => deployedCodes.includes(code));

/** By place in `states`, 1 for those that meet a condition: looking it up costs a nanosecond a deployment where asking costs five. */
export type StateSet = Uint8Array;

export function statesThat({ states }: Columns, meets: (state: State) => boolean): StateSet {
  return Uint8Array.from(states, (state) => (meets(state) ? 1 : 0));
}
