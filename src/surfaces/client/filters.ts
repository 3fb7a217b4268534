/** What lists and reports can be asked for, as the command line has it. */

/** A time as the server reads it, such as `2026-01-15T10:00:00Z`, `2026-01-15` or `-7d`. */
export type Time = string | Date;

type Given<Filter> = { readonly [Name in keyof Filter]?: Filter[Name] | undefined };

export type Place = Given<{ service: string; environment: string }>;
/** from ≤ time < to; a date alone is midnight in the zone `tz`, UTC when absent. */
export type Window = Given<{ from: Time; to: Time; tz: string }>;
/** As of which knowledge: a time, or the index of the last fact that counts. */
export type Knowledge = Given<{ knownAt: Time | number }>;
/** `limit` items a page, 50 when absent and at most 1,000. */
export type PageFilter = Given<{ limit: number; cursor: string }>;

export type RollbackFilter = Place & Window & Knowledge & PageFilter;
export type TimelineFilter = RollbackFilter;
export type IncidentFilter = RollbackFilter & Given<{ severity: string; open: boolean }>;
/** `type` is the strategy. */
export type DeploymentFilter = RollbackFilter &
  Given<{ status: string; type: string; region: string; kind: string; initiator: string; asOf: Time }>;
export type RunningFilter = Place & Knowledge & Given<{ region: string; asOf: Time; tz: string }>;
/** `from` is the number of facts that a copy has taken in, or a time. */
export type ChangesFilter = Place &
  PageFilter &
  Given<{ to: Time | number; tz: string }> & { readonly from: Time | number };
/** Environments or, with a time behind an @, what they were then: `production@2026-01-01`. */
export type DifferenceFilter = Given<{ all: boolean; tz: string }> & { readonly a: string; readonly b: string };

/** `period` is a number of days, in place of a window. */
type ReportFilter = Place & Window & Knowledge & Given<{ period: number }>;
export type MetricsFilter = ReportFilter &
  Given<{
    metric: readonly string[];
    groupBy: readonly string[];
    profile: string;
    against: string;
    compare: boolean;
    explain: boolean;
  }>;
export type HealthFilter = ReportFilter & Given<{ includeRecommendations: boolean }>;
/** `span` as in 30m. */
export type AnalysisFilter = ReportFilter & Given<{ threshold: number; span: string }>;

export type StreamFilter = Place &
  Given<{
    /** Kinds of facts, such as `deployment.recorded`. */
    type: readonly string[];
    /** The index of the first fact; what comes from now on when absent. */
    from: number;
  }>;
export type DeliveryFilter = PageFilter & Given<{ source: string; state: string }>;
export type TokenFilter = PageFilter & Given<{ all: boolean }>;
