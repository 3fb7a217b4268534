import type { IncidentFilter, Page } from '../../../projections/read-store.ts';
import type { IncidentRow } from '../../../projections/rows.ts';
import type { Connection } from '../connection.ts';
import { Conditions } from './conditions.ts';
import { mappedTables } from './mapped-tables.ts';
import { environmentsOf, newestFirst, type Search } from './newest-first.ts';

const listing = { table: mappedTables.incidents, time: 'openedMs' } as const;

export function listIncidents(connection: Connection, filter: IncidentFilter, page?: Page): IncidentRow[] {
  const { openAtMs } = filter;
  const where = new Conditions<IncidentRow>()
    .known(filter.knownAt)
    .equal('id', filter.id)
    .equal('service', filter.service)
    .equal('environment', filter.environment)
    .equal('severity', filter.severity)
    .equal('causedBy', filter.causedBy)
    .within('openedMs', filter.fromMs, filter.toMs);
  if (openAtMs !== undefined) {
    where.add('opened_ms <= ? AND (resolved_ms IS NULL OR resolved_ms > ?)', [openAtMs, openAtMs]);
  }
  return newestFirst(connection, listing, where, page, searchFor(filter));
}

function searchFor({ id, causedBy, service, environment }: IncidentFilter): Search {
  if (id !== undefined || causedBy !== undefined) return 'few';
  return service === undefined || environment !== undefined ? 'along the time' : environmentsOf('incidents', service);
}
