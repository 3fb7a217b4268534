import type { DeploymentFilter, IncidentFilter, Page, RollbackFilter } from '../../src/projections/read-store.ts';
import { compareKeys, newestFirst, sortedBy } from '../contract/ordering.ts';
import { ReferenceStore } from '../contract/reference-store.ts';

/** The reference store with those filters and orders of the port that it does not have itself. */
export class FilteringStore extends ReferenceStore {
  override async deployments(filter: DeploymentFilter, page?: Page) {
    const rows = (await super.deployments(filter)).filter(
      ({ id, remediates }) =>
        (filter.ids?.includes(id) ?? true) && (filter.remediating === undefined || remediates.length > 0),
    );
    return onPage(rows, page, ({ atMs }) => atMs);
  }

  override async rollbacks(filter: RollbackFilter, page?: Page) {
    return onPage(await super.rollbacks(filter), page, ({ atMs }) => atMs);
  }

  override async incidents(filter: IncidentFilter, page?: Page) {
    return onPage(await super.incidents(filter), page, ({ openedMs }) => openedMs);
  }
}

function onPage<Row extends { readonly id: string }>(
  rows: readonly Row[],
  { oldestFirst, limit, after }: Page = {},
  atMs: (row: Row) => number,
): Row[] {
  const keys = (row: Row) => [atMs(row), row.id];
  const inOrder = oldestFirst ? sortedBy(rows, keys) : newestFirst(rows, keys);
  if (after === undefined) return inOrder.slice(0, limit);
  const place = [after.atMs, after.id];
  const isBehind = (row: Row) => (oldestFirst ? compareKeys(keys(row), place) > 0 : compareKeys(keys(row), place) < 0);
  return inOrder.filter(isBehind).slice(0, limit);
}
