import type { Page, RollbackFilter } from '../../../projections/read-store.ts';
import type { RollbackRow } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { Conditions } from './conditions.ts';
import { mappedTables } from './mapped-tables.ts';
import { environmentsOf, newestFirst, type Search } from './newest-first.ts';

const listing = { table: mappedTables.rollbacks, time: 'atMs' } as const;

export function listRollbacks(connection: Connection, filter: RollbackFilter, page?: Page): RollbackRow[] {
  const where = new Conditions<RollbackRow>()
    .known(filter.knownAt)
    .among('id', filter.ids)
    .equal('service', filter.service)
    .equal('environment', filter.environment)
    .within('atMs', filter.fromMs, filter.toMs);
  return newestFirst(connection, listing, where, page, searchFor(filter));
}

function searchFor({ ids, service, environment }: RollbackFilter): Search {
  if (ids !== undefined) return 'few';
  return service === undefined || environment !== undefined ? 'along the time' : environmentsOf('rollbacks', service);
}
