import type { Picture } from '../renderers/pictures/picture.ts';
import type { Readings } from '../sources/reading.ts';
import type { AnalysisQuery } from './analyze/analysis-query.ts';
import type { AnalysisReport } from './analyze/analysis-report.ts';
import type { ChangesQuery, ChangesView } from './changes/changes-view.ts';
import type { Webhooks } from './deliveries/webhooks.ts';
import type { Tokens } from './door/tokens.ts';
import type { ExportedTable } from './export/exported-table.ts';
import type { HealthQuery } from './health/health-query.ts';
import type { HealthReport } from './health/health-view.ts';
import type { MetricsQuery } from './metrics/metrics-query.ts';
import type { MetricsReport } from './metrics/metrics-report.ts';
import type { Outbox } from './notify/outbox.ts';
import type { PictureQuery } from './pictures/picture-query.ts';
import type { Measurements, MeasureOptions } from './prometheus/measure.ts';
import type { PublishedFact } from './publish/published-fact.ts';
import type { DeploymentQuery, IncidentQuery, KnownAt, RollbackQuery, RunningQuery, Side } from './queries.ts';
import type { ChangeReport } from './reports/changes/change-report.ts';
import type { ChangeReportQuery } from './reports/changes/report-scope.ts';
import type { PostMortem } from './reports/post-mortem/post-mortem-view.ts';
import type { TimelineEntry, TimelineQuery } from './timeline/timeline-view.ts';
import type {
  DeploymentDetail,
  DeploymentView,
  DifferenceView,
  EnvironmentView,
  ErasureReport,
  ImportReport,
  IncidentView,
  ListOf,
  RecordedView,
  RollbackView,
  RunningView,
  ServiceView,
  VerifyReport,
} from './views.ts';

export interface RecordOptions {
  /** Through what it came in, such as `cli`. */
  readonly source: string;
  /** Register an environment that nobody registered instead of refusing it. */
  readonly newEnvironments?: boolean | undefined;
  /** Sign a checkpoint in the same transaction: for the last word of a command. */
  readonly sign?: boolean | undefined;
  /** Decide and say what would be recorded, and record nothing. */
  readonly dryRun?: boolean | undefined;
}

export interface ImportOptions {
  readonly source: string;
  /** Stop at the first line that is refused; what was recorded before it stays. */
  readonly strict?: boolean | undefined;
  readonly dryRun?: boolean | undefined;
  /** Called after each batch. */
  readonly progress?: ((done: { readonly read: number; readonly recorded: number }) => void) | undefined;
}

export interface AbandonOptions {
  readonly most?: number | undefined;
  /** Sign a checkpoint along with what is recorded, if anything is. */
  readonly sign?: boolean | undefined;
}

export interface VerifyOptions {
  /** Only hashes, tiles, root and checkpoints; not the openings and read models. */
  readonly only?: 'log' | undefined;
  /** Signed notes of earlier checkpoints that the log has to be consistent with. */
  readonly against?: readonly string[] | undefined;
  readonly progress?: ((checked: number, size: number) => void) | undefined;
}

export interface ExportOptions {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
}

/** The use cases: the one way in, and all ways out. Surfaces know nothing else. */
export interface Ledger {
  readonly origin: string;
  readonly verifierKey: string;
  /**
   * Records what somebody claims, in the shapes of the public contract. It returns when the facts are on disk.
   * @throws LedgerError `invalid`, `not-found`, `conflict`, `overloaded`, `storage`, `unverified` (the log may not be signed).
   */
  record(claim: unknown, options: RecordOptions): Promise<RecordedView>;
  /** Records everything that a source holds, in order of time, and says what became of each line. Signs at the end. */
  importFrom(readings: Readings, options: ImportOptions): Promise<ImportReport>;

  /**
   * Records as abandoned what was under way and not heard of for longer than its environment's limit, once for each deployment and
   * deadline; a later report outweighs it. Says how many it recorded, `most` at a time when that is given.
   */
  abandonOverdue(options: AbandonOptions): Promise<number>;

  deployments(query: DeploymentQuery): Promise<ListOf<DeploymentView>>;
  /** @throws LedgerError `not-found`. */
  deployment(id: string, knownAt?: KnownAt): Promise<DeploymentDetail>;
  rollbacks(query: RollbackQuery): Promise<ListOf<RollbackView>>;
  /** @throws LedgerError `not-found`. */
  rollback(id: string): Promise<RollbackView>;
  incidents(query: IncidentQuery): Promise<ListOf<IncidentView>>;
  /** @throws LedgerError `not-found`. */
  incident(id: string): Promise<IncidentView>;
  services(): Promise<ServiceView[]>;
  /** In the order of promotion. */
  environments(): Promise<EnvironmentView[]>;
  running(query: RunningQuery): Promise<RunningView[]>;
  /** Deployments, rollbacks and incidents together, newest first. */
  timeline(query: TimelineQuery): Promise<ListOf<TimelineEntry>>;
  /** What looks otherwise than at an earlier length of the log, for whoever keeps a copy. */
  changes(query: ChangesQuery): Promise<ChangesView>;
  diff(a: Side, b: Side): Promise<DifferenceView[]>;
  metrics(query: MetricsQuery): Promise<MetricsReport>;
  /** @throws LedgerError `not-found` for a service that nobody knows. */
  health(query: HealthQuery): Promise<HealthReport>;
  /** What the changes of a window tell: patterns of failure, peaks, trends and so on, by the type that is asked for. */
  analyze(query: AnalysisQuery): Promise<AnalysisReport>;
  /** What a picture shows, for a renderer to draw. @throws LedgerError `not-found` for a service to draw around that nobody knows. */
  picture(query: PictureQuery): Promise<Picture>;
  /** Deployments by time, oldest first, in flat memory. */
  exportDeployments(options: ExportOptions): AsyncIterable<DeploymentView>;
  exportRollbacks(options: ExportOptions): AsyncIterable<RollbackView>;
  exportIncidents(options: ExportOptions): AsyncIterable<IncidentView>;
  /** Claims that lead to the same ledger again, one for each fact, in log order: `export --format jsonl`. */
  exportClaims(options: ExportOptions): AsyncIterable<Readonly<Record<string, unknown>>>;
  /** Tables for questions in SQL: `export --format sqlite`. */
  exportTables(options: ExportOptions): Promise<readonly ExportedTable[]>;
  /** The files of a static C2SP tlog-tiles directory: path and content. */
  exportTiles(): AsyncIterable<{ readonly path: string; readonly content: Uint8Array }>;

  /**
   * What is known about a deployment or an incident that went wrong, and what cannot be.
   * @throws LedgerError `not-found`.
   */
  postMortem(id: string): Promise<PostMortem>;
  /** The report of all changes of a period, with its proofs; signs a checkpoint when facts came since the last one. */
  changeReport(query: ChangeReportQuery): Promise<ChangeReport>;

  /** Who has access through a server. */
  tokens(): Promise<Tokens>;
  /** What sources send to a server. @throws LedgerError `invalid` for settings of sources that are none. */
  webhooks(): Promise<Webhooks>;
  /** What receivers are told by a server. */
  outbox(): Promise<Outbox>;

  /** Number of facts. */
  size(): Promise<number>;
  /** Every fact from an index on as they come, whichever process recorded them, until the signal says to stop. */
  follow(index: number, signal: AbortSignal): AsyncIterable<readonly PublishedFact[]>;
  /** What a monitoring system asks for. The first call counts the whole ledger, each other one what came since. */
  measure(options?: MeasureOptions): Promise<Measurements>;
  /** The content of a tile or an entry bundle, by its C2SP tlog-tiles path. @throws LedgerError `invalid`, `not-found`. */
  logFile(path: string): Promise<{ readonly content: Uint8Array; readonly isFull: boolean }>;
  /**
   * Makes sure that the log can be read, written and signed, by writing what changes nothing.
   * @throws LedgerError `storage`, `overloaded`, `forbidden`, `unverified` (the log may not be signed).
   */
  requireReady(): Promise<void>;
  /** Whether a deployment, rollback or incident of this id is recorded. */
  holds(id: string): Promise<boolean>;
  verify(options: VerifyOptions): Promise<VerifyReport>;
  /** The signed note of the latest checkpoint, signing one when facts came since. */
  checkpoint(): Promise<string>;
  /** A C2SP tlog-proof of one fact: of the index, or the one that recorded the deployment, rollback or incident of this id. */
  prove(ref: string | number): Promise<{ readonly index: number; readonly proof: string; readonly fact: string }>;
  eraseActor(
    name: string,
    options: { readonly aliases: readonly string[]; readonly dryRun: boolean },
  ): Promise<ErasureReport>;
  /** Folds the log again into every read model. */
  rebuild(): Promise<void>;
  close(): Promise<void>;
}
