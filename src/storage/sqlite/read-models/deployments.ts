import type { DeploymentFilter, Knowledge, Page } from '../../../projections/read-store.ts';
import type { DeploymentRow } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { whereOver, whereStatusThen, whereUnderWay } from './as-of.ts';
import { Conditions } from './conditions.ts';
import { mappedTables } from './mapped-tables.ts';
import { environmentsNamed, environmentsOf, newestFirst, type Search } from './newest-first.ts';

const table = mappedTables.deployments;
const listing = { table, time: 'atMs' } as const;

export function readDeployment(
  connection: Connection,
  id: string,
  knowledge: Knowledge = {},
): DeploymentRow | undefined {
  const where = new Conditions<DeploymentRow>().equal('id', id).known(knowledge.knownAt);
  const sql = `SELECT ${table.columns} FROM deployments WHERE ledger = ?${where.sql}`;
  const row = connection.get(sql, [ledger, ...where.values]);
  return row && table.decode(row);
}

export function listDeployments(connection: Connection, filter: DeploymentFilter, page?: Page): DeploymentRow[] {
  if (filter.asOfMs !== undefined) return listAsOf(connection, filter, filter.asOfMs, page);
  const where = conditions(filter).equal('status', filter.status);
  return newestFirst(connection, listing, where, page, searchFor(filter));
}

/** Newest first means that those that were under way then come before those that were over. */
function listAsOf(connection: Connection, filter: DeploymentFilter, asOfMs: number, page: Page = {}): DeploymentRow[] {
  const underWay = whereUnderWay(conditions(filter), asOfMs);
  const over = whereOver(conditions(filter), asOfMs);
  whereStatusThen(underWay, asOfMs, filter.status);
  whereStatusThen(over, asOfMs, filter.status);
  const parts = [
    { where: underWay, search: 'rowids' },
    { where: over, search: searchFor(filter) },
  ] as const;
  return connection.atOneMoment(() => {
    const rows: DeploymentRow[] = [];
    for (const { where, search } of page.oldestFirst ? parts.toReversed() : parts) {
      const limit = page.limit === undefined ? undefined : page.limit - rows.length;
      rows.push(...newestFirst(connection, listing, where, { ...page, limit }, search));
    }
    return rows;
  });
}

function conditions(filter: DeploymentFilter): Conditions<DeploymentRow> {
  const where = new Conditions<DeploymentRow>()
    .known(filter.knownAt)
    .among('id', filter.ids)
    .equal('service', filter.service)
    .among('environment', filter.environments)
    .equal('region', filter.region)
    .equal('version', filter.version)
    .equal('strategy', filter.strategy)
    .equal('kind', filter.kind)
    .among('initiator', filter.initiators)
    .equal('parentId', filter.parentId)
    .within('atMs', filter.fromMs, filter.toMs)
    .within('knownFrom', filter.changedSince, undefined);
  return filter.remediating ? where.add("remediates <> '[]'", []) : where;
}

function searchFor({ ids, service, environments, parentId }: DeploymentFilter): Search {
  if (ids !== undefined || parentId !== undefined) return 'few';
  if (environments !== undefined) return environmentsNamed(environments);
  return service === undefined ? 'along the time' : environmentsOf('deployments', service);
}
