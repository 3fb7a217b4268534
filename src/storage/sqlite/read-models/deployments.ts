import type { DeploymentFilter, Knowledge, Page } from '../../../projections/read-store.ts';
import type { DeploymentRow } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { ledger } from '../ledger-number.ts';
import { Conditions } from './conditions.ts';
import { mappedTables } from './mapped-tables.ts';
import { environmentsNamed, environmentsOf, newestFirst } from './newest-first.ts';

const listing = { table: mappedTables.deployments, time: 'atMs' } as const;

const statusThen = `CASE WHEN rolled_back_ms <= ? THEN status WHEN finished_ms <= ? THEN outcome
  WHEN started_ms <= ? THEN 'in-progress' ELSE 'pending' END`;

export function readDeployment(
  connection: Connection,
  id: string,
  knowledge: Knowledge = {},
): DeploymentRow | undefined {
  const { table } = listing;
  const where = new Conditions<DeploymentRow>().equal('id', id).known(knowledge.knownAt);
  const row = connection.get(`SELECT ${table.columns} FROM deployments WHERE ledger = ?${where.sql}`, [
    ledger,
    ...where.values,
  ]);
  return row && table.decode(row);
}

export function listDeployments(connection: Connection, filter: DeploymentFilter, page?: Page): DeploymentRow[] {
  const { service, environments, asOfMs, status } = filter;
  const where = new Conditions<DeploymentRow>()
    .known(filter.knownAt)
    .equal('service', service)
    .equal('region', filter.region)
    .equal('version', filter.version)
    .equal('strategy', filter.strategy)
    .equal('kind', filter.kind)
    .among('initiator', filter.initiators)
    .equal('parentId', filter.parentId)
    .within('atMs', filter.fromMs, filter.toMs);
  if (asOfMs === undefined) where.equal('status', status);
  else where.add('created_ms <= ?', [asOfMs]);
  if (asOfMs !== undefined && status !== undefined) {
    where.add(`${statusThen} = ?`, [asOfMs, asOfMs, asOfMs, status]);
  }
  if (environments !== undefined) return newestFirst(connection, listing, where, page, environmentsNamed(environments));
  const everywhere = service === undefined ? undefined : environmentsOf('deployments', service);
  return newestFirst(connection, listing, where, page, everywhere);
}
