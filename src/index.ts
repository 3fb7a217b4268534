/** The public API of the library: a ledger, what goes into it, and what checks it. */
export type {
  ExportOptions,
  ImportOptions,
  Ledger,
  RecordOptions,
  VerifyOptions,
} from './app/ledger.ts';
export { type VerifiedProof, verifyProofFile } from './app/log/prove.ts';
export { verifyDirectory } from './app/log/verify-directory.ts';
export type {
  DeploymentQuery,
  IncidentQuery,
  KnownAt,
  MetricsQuery,
  RollbackQuery,
  RunningQuery,
  Side,
} from './app/queries.ts';
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
  MetricsReport,
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
