import type {
  DeploymentFilter,
  IncidentFilter,
  Page,
  RollbackFilter,
  RunningFilter,
} from '../../src/projections/read-store.ts';
import type {
  DeploymentRow,
  IncidentRow,
  LaneChange,
  RollbackRow,
  RunningRow,
  Versioned,
} from '../../src/projections/rows.ts';
import { compareKeys, newestFirst, sortedBy } from './ordering.ts';

/** The rows as known when the log was `size` facts long; now when it is undefined. */
export function known<Row extends Versioned>(rows: readonly Row[], size: number | undefined): Row[] {
  if (size === undefined) return rows.filter(({ knownTo }) => knownTo === null);
  return rows.filter(({ knownFrom, knownTo }) => knownFrom < size && (knownTo === null || knownTo >= size));
}

export function deploymentsThat(
  rows: readonly DeploymentRow[],
  filter: DeploymentFilter,
  page?: Page,
): DeploymentRow[] {
  const { asOfMs } = filter;
  const found = known(rows, filter.knownAt).filter(
    (row) =>
      (filter.ids?.includes(row.id) ?? true) &&
      (filter.remediating === undefined || row.remediates.length > 0) &&
      is(row.service, filter.service) &&
      (filter.environments?.includes(row.environment) ?? true) &&
      is(row.region, filter.region) &&
      is(row.version, filter.version) &&
      is(row.strategy, filter.strategy) &&
      is(row.kind, filter.kind) &&
      (filter.initiators?.includes(String(row.initiator)) ?? true) &&
      is(row.parentId, filter.parentId) &&
      within(row.atMs, filter.fromMs, filter.toMs) &&
      row.knownFrom >= (filter.changedSince ?? 0) &&
      (asOfMs === undefined || row.createdMs <= asOfMs) &&
      is(asOfMs === undefined ? row.status : statusThen(row, asOfMs), filter.status),
  );
  return onPage(found, page, ({ atMs }) => atMs);
}

export function runningThat(changes: readonly LaneChange[], filter: RunningFilter): RunningRow[] {
  const { asOfMs = Number.POSITIVE_INFINITY } = filter;
  const found = known(changes, filter.knownAt).filter(
    ({ service, environment, region, sinceMs }) =>
      is(service, filter.service) &&
      is(environment, filter.environment) &&
      is(region, filter.region) &&
      sinceMs <= asOfMs,
  );
  const place = ({ service, environment, region }: LaneChange) => [service, environment, region];
  const last = new Map(
    sortedBy(found, ({ sinceMs }) => [sinceMs]).map((change) => [place(change).join('\u0000'), change]),
  );
  return sortedBy([...last.values()].filter(isRunning), place);
}

function isRunning(change: LaneChange): change is RunningRow {
  return change.version !== null;
}

export function rollbacksThat(rows: readonly RollbackRow[], filter: RollbackFilter, page?: Page): RollbackRow[] {
  const found = known(rows, filter.knownAt).filter(
    (row) =>
      (filter.ids?.includes(row.id) ?? true) &&
      is(row.service, filter.service) &&
      is(row.environment, filter.environment) &&
      within(row.atMs, filter.fromMs, filter.toMs),
  );
  return onPage(found, page, ({ atMs }) => atMs);
}

export function incidentsThat(rows: readonly IncidentRow[], filter: IncidentFilter, page?: Page): IncidentRow[] {
  const { openAtMs } = filter;
  const found = known(rows, filter.knownAt).filter(
    (row) =>
      is(row.id, filter.id) &&
      is(row.service, filter.service) &&
      is(row.environment, filter.environment) &&
      is(row.severity, filter.severity) &&
      is(row.causedBy, filter.causedBy) &&
      within(row.openedMs, filter.fromMs, filter.toMs) &&
      (openAtMs === undefined || (row.openedMs <= openAtMs && (row.resolvedMs === null || row.resolvedMs > openAtMs))),
  );
  return onPage(found, page, ({ openedMs }) => openedMs);
}

function statusThen(row: DeploymentRow, asOfMs: number): string {
  const { rolledBackMs, finishedMs, startedMs } = row;
  if (rolledBackMs !== null && rolledBackMs <= asOfMs) return row.status;
  if (finishedMs !== null && finishedMs <= asOfMs) return row.outcome;
  return startedMs !== null && startedMs <= asOfMs ? 'in-progress' : 'pending';
}

function is<Value>(value: Value, wanted: Value | undefined): boolean {
  return wanted === undefined || value === wanted;
}

function within(ms: number, fromMs = Number.NEGATIVE_INFINITY, toMs = Number.POSITIVE_INFINITY): boolean {
  return ms >= fromMs && ms < toMs;
}

function onPage<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { limit, after, oldestFirst = false }: Page = {},
  atMs: (row: Row) => number,
): Row[] {
  const keys = (row: Row) => [atMs(row), row.id];
  const inOrder = oldestFirst ? sortedBy(rows, keys) : newestFirst(rows, keys);
  if (after === undefined) return inOrder.slice(0, limit);
  const place = [after.atMs, after.id];
  const isBehind = (row: Row) => (oldestFirst ? compareKeys(keys(row), place) > 0 : compareKeys(keys(row), place) < 0);
  return inOrder.filter(isBehind).slice(0, limit);
}
