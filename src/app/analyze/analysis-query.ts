import type { KnownAt } from '../queries.ts';

/** What can be found out about the changes of a window. */
export const analysisTypes = [
  'failure-patterns',
  'peak-times',
  'velocity',
  'trend',
  'dependencies',
  'impact',
  'risk',
] as const;

export type AnalysisType = (typeof analysisTypes)[number];

export interface AnalysisQuery {
  readonly type: AnalysisType;
  readonly service?: string | undefined;
  /** Those of tier production when absent. */
  readonly environment?: string | undefined;
  /** Finish times in epoch milliseconds: from ≤ finish < to. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly tz: string;
  /** What it means, its range and its default are for each type to say. */
  readonly threshold?: number | undefined;
  /** How soon a failure has to follow one of a dependency to be put down to it; for dependencies only. */
  readonly spanMs?: number | undefined;
  readonly knownAt?: KnownAt | undefined;
}
