import type { AnalysisType } from '../../../app/analyze/analysis-query.ts';
import type { AnalysisReport } from '../../../app/analyze/analysis-report.ts';
import type { ChangedView, ChangesView } from '../../../app/changes/changes-view.ts';
import type { HealthReport } from '../../../app/health/health-view.ts';
import type { MetricsReport } from '../../../app/metrics/metrics-report.ts';
import type { TimelineEntry } from '../../../app/timeline/timeline-view.ts';
import type { Caller, CallOptions } from '../caller.ts';
import type { AnalysisFilter, ChangesFilter, HealthFilter, MetricsFilter, TimelineFilter } from '../filters.ts';
import { path } from '../path.ts';

/** Something that happened, for Grafana to mark on graphs. */
export interface Annotation {
  readonly time: string;
  readonly timeEnd: string | null;
  readonly title: string;
  readonly text: string;
  /** Joined by commas. */
  readonly tags: string;
}

/** What the records add up to. */
export function reportOperations(caller: Caller) {
  return {
    /** Newest first. */
    listTimeline: (filter?: TimelineFilter, options?: CallOptions) =>
      caller.list<TimelineEntry>('api/v1/timeline', filter, options),
    /** Newest first, one page. */
    listAnnotations: (filter?: TimelineFilter, options?: CallOptions) =>
      caller.get<Annotation[]>('api/v1/grafana/annotations', filter, options),
    listChanges: (filter: ChangesFilter, options?: CallOptions) =>
      caller.list<ChangedView, ChangesView>('api/v1/changes', filter, options),
    showMetrics: (filter?: MetricsFilter, options?: CallOptions) =>
      caller.get<MetricsReport>('api/v1/metrics', filter, options),
    explainMetrics: (filter?: MetricsFilter, options?: CallOptions) =>
      caller.get<MetricsReport>('api/v1/metrics/explain', filter, options),
    showHealth: (filter?: HealthFilter, options?: CallOptions) =>
      caller.get<HealthReport>('api/v1/health', filter, options),
    showAnalysis: (type: AnalysisType, filter?: AnalysisFilter, options?: CallOptions) =>
      caller.get<AnalysisReport>(path`api/v1/analysis/${type}`, filter, options),
  };
}
