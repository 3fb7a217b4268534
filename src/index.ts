/** The public API of the library: a ledger, what goes into it, and what checks it. */

export type { AnalysisQuery, AnalysisType } from './app/analyze/analysis-query.ts';
export type { AnalysisReport } from './app/analyze/analysis-report.ts';
export type {
  DeliveredEventView,
  DeliveryQuery,
  DeliveryView,
  WebhookRequest,
  WebhookSettings,
  Webhooks,
} from './app/deliveries/webhooks.ts';
export type { ExportedTable } from './app/export/exported-table.ts';
export type { HealthQuery } from './app/health/health-query.ts';
export type {
  HealthPartView,
  HealthReport,
  RecommendationView,
  ServiceHealthView,
} from './app/health/health-view.ts';
export type {
  ExportOptions,
  ImportOptions,
  Ledger,
  RecordOptions,
  VerifyOptions,
} from './app/ledger.ts';
export { type VerifiedProof, verifyProofFile } from './app/log/prove.ts';
export { verifyDirectory } from './app/log/verify-directory.ts';
export type { MetricsQuery } from './app/metrics/metrics-query.ts';
export type { MetricsReport } from './app/metrics/metrics-report.ts';
export type {
  DeploymentQuery,
  IncidentQuery,
  KnownAt,
  RollbackQuery,
  RunningQuery,
  Side,
} from './app/queries.ts';
export type { ChangeReport } from './app/reports/changes/change-report.ts';
export type { ChangeReportQuery } from './app/reports/changes/report-scope.ts';
export type { PostMortem } from './app/reports/post-mortem/post-mortem-view.ts';
export type {
  DeploymentDetail,
  DeploymentView,
  DifferenceView,
  EnvironmentView,
  ErasureReport,
  FactView,
  ImportReport,
  IncidentView,
  ListOf,
  RecordedView,
  RollbackView,
  RunningView,
  ServiceView,
  VerifyReport,
} from './app/views.ts';
export { type Claim, type ClaimInput, parseClaim } from './domain/claims/claim.ts';
export { type ErrorCode, errorCodes, LedgerError } from './domain/errors.ts';
export type { Fact } from './domain/facts/fact.ts';
export { builtinStrategies } from './domain/strategies/registry.ts';
export type { Progress, Strategy } from './domain/strategies/strategy.ts';
export { type InitReport, initLedger, type OpenOptions, openLedger } from './main/open-ledger.ts';
export type { Reading, Readings } from './sources/reading.ts';
