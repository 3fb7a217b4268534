import type { Band, Metric, MetricDefinition, MetricName } from './metric.ts';
import type { ProfileName } from './profile-names.ts';

/** To which deployment an incident belongs. */
export type IncidentRule =
  /** The one that a person named, else the one that the ledger derives. */
  | 'attributed'
  /** The latest one that counts and finished before the incident opened, whatever a person says. */
  | 'latest-before'
  /** The same, or finished at that very moment. */
  | 'latest-until'
  /** To none: incidents are counted by when they opened. */
  | 'unattributed'
  /** Incidents do not count. */
  | 'none';

/** How a tool, or a school, defines its metrics. */
export interface Profile {
  readonly name: ProfileName;
  /** Answers of one version can be compared. */
  readonly version: number;
  /** Where the definitions come from. */
  readonly source: string;
  readonly incidents: IncidentRule;
  /** Whether it counts the records of rollbacks. */
  readonly countsRollbacks?: true;
  /** Calendar months, up to the end of the window asked for, that are looked at instead of that window. */
  readonly windowMonths?: number;
  /** Why a deployment of this status (by code) and these flags does not count: undefined when it does. */
  reasonAgainst(status: number, flags: number): string | undefined;
  readonly metrics: Readonly<Partial<Record<MetricName, MetricDefinition>>>;
  readonly bands?: Bands;
}

export interface Bands {
  readonly version: number;
  /** The band of a metric that has a value. */
  of(name: MetricName, metric: Metric): Band | undefined;
}

/** The band whose limit a value is within; limits go from elite to medium, and low is what is within none. */
export function bandWithin(limits: readonly [number, number, number], isWithin: (limit: number) => boolean): Band {
  const place = limits.findIndex(isWithin);
  return (['elite', 'high', 'medium'] as const)[place] ?? 'low';
}
