import type { PartName } from '../../analysis/health/health-definition.ts';
import type { HealthPart, ServiceHealth } from '../../analysis/health/score-health.ts';
import type { Instant } from '../../domain/instant.ts';

export type HealthPartView = HealthPart;

export interface RecommendationView {
  readonly part: PartName;
  /** By how many points following it would raise the score at most; null without a score. */
  readonly gain: number | null;
  readonly text: string;
  /** The deployments or incidents that it speaks of. */
  readonly ids: readonly string[];
}

export interface ServiceHealthView extends ServiceHealth {
  readonly service: string;
  readonly tier: string | null;
  /** What would raise the score most first; absent when they were not asked for. */
  readonly recommendations?: readonly RecommendationView[];
}

export interface HealthReport {
  /** Of the definition in use; scores of different versions cannot be compared. */
  readonly healthVersion: number;
  readonly from: Instant;
  readonly to: Instant;
  readonly tz: string;
  /** Null for all of them. */
  readonly service: string | null;
  readonly environments: readonly string[];
  /** Half of the services with a score are at most this healthy; null when none has one. */
  readonly medianScore: number | null;
  /** The least healthy first, those without a score last, then by name. */
  readonly services: readonly ServiceHealthView[];
  readonly warnings: readonly string[];
}
