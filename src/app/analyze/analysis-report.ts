import type { Instant } from '../../domain/instant.ts';
import type { DependenciesReport } from './analyze-dependencies.ts';
import type { FailurePatternsReport } from './analyze-failure-patterns.ts';
import type { ImpactReport } from './analyze-impact.ts';
import type { PeakTimesReport } from './analyze-peak-times.ts';
import type { RiskReport } from './analyze-risk.ts';
import type { TrendReport } from './analyze-trend.ts';
import type { VelocityReport } from './analyze-velocity.ts';

/** What every report says about itself. */
export interface AnalysisFrame<Type extends string> {
  readonly type: Type;
  readonly from: Instant;
  readonly to: Instant;
  readonly tz: string;
  /** Null for all of them. */
  readonly service: string | null;
  readonly environments: readonly string[];
}

/** The answer to one analysis. No number in it is ever NaN or infinite. */
export interface AnalysisReportOf<Type extends string, Row> extends AnalysisFrame<Type> {
  /** What the rows rest on, as counts by name. */
  readonly lookedAt: Readonly<Record<string, number>>;
  readonly rows: readonly Row[];
  /** Why there is no answer, where there is none. */
  readonly reason: string | null;
  readonly warnings: readonly string[];
}

export type AnalysisReport =
  | FailurePatternsReport
  | PeakTimesReport
  | VelocityReport
  | TrendReport
  | DependenciesReport
  | ImpactReport
  | RiskReport;
