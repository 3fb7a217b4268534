/** The typed client of a server's API, for Node and for browsers. */

export { type ErrorCode, errorCodes, LedgerError } from '../../domain/errors.ts';
export type { BatchResult } from './batch.ts';
export type { CallOptions, RecordOptions } from './caller.ts';
export { type Client, type ConnectOptions, connect } from './connect.ts';
export type {
  AnalysisFilter,
  ChangesFilter,
  DeliveryFilter,
  DeploymentFilter,
  DifferenceFilter,
  HealthFilter,
  IncidentFilter,
  MetricsFilter,
  RollbackFilter,
  RunningFilter,
  StreamFilter,
  TimelineFilter,
  TokenFilter,
} from './filters.ts';
export type { Pages } from './pages.ts';
export type { RecordOf } from './records.ts';
export type { StreamOptions } from './stream/follow-facts.ts';
export { ServerError } from './transport/server-error.ts';
export type { Fetch } from './transport/transport.ts';
