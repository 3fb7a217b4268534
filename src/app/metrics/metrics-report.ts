import type { Band } from '../../analysis/metrics/metric.ts';
import type { Instant } from '../../domain/instant.ts';

export interface SidesView {
  /** Ids of deployments, or of incidents and rollbacks where a profile counts those. */
  readonly numerator: readonly string[];
  readonly denominator: readonly string[];
}

export interface MetricView {
  readonly value: number | null;
  readonly unit: string;
  /** Why there is no value. */
  readonly reason?: string;
  readonly numerator?: number;
  readonly denominator?: number;
  readonly formula: string;
  readonly band?: Band;
  readonly explain?: SidesView;
  /** The value in the window of the same length before. */
  readonly previous?: number | null;
  readonly [statistic: string]: unknown;
}

export interface MetricsGroup {
  readonly by: Readonly<Record<string, string>>;
  readonly metrics: Readonly<Record<string, MetricView>>;
}

/** A metric that comes out otherwise by another profile, and what counts for the one and not for the other. */
export interface ProfileDifference {
  readonly by: Readonly<Record<string, string>>;
  readonly metric: string;
  readonly value: number | null;
  readonly unit: string;
  readonly formula: string;
  readonly against: { readonly value: number | null; readonly unit: string; readonly formula: string } | null;
  readonly onlyHere: SidesView;
  readonly onlyThere: SidesView;
}

export interface MetricsReport {
  readonly profile: string;
  readonly profileVersion: number;
  readonly source: string;
  readonly from: Instant;
  readonly to: Instant;
  readonly tz: string;
  readonly groups: readonly MetricsGroup[];
  readonly excluded: Readonly<Record<string, number>>;
  readonly against?: {
    readonly profile: string;
    readonly profileVersion: number;
    readonly differences: readonly ProfileDifference[];
  };
  readonly warnings: readonly string[];
}
