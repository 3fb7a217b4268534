import type { KnownAt } from '../queries.ts';

export interface HealthQuery {
  /** All services when absent. */
  readonly service?: string | undefined;
  /** Those of tier production when absent. */
  readonly environment?: string | undefined;
  /** Finish times in epoch milliseconds: from ≤ finish < to. */
  readonly fromMs: number;
  readonly toMs: number;
  readonly tz: string;
  readonly knownAt?: KnownAt | undefined;
  /** Whether to say what would raise the scores. */
  readonly recommendations: boolean;
}
