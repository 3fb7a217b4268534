import { instant } from '../../domain/instant.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { RunningRow } from '../../projections/rows.ts';
import type { RunningQuery } from '../queries.ts';
import type { Health, RunningView } from '../views.ts';
import { factsKnownAt } from './known-at.ts';
import { requireEnvironment } from './require-environment.ts';

/**
 * Shows which version runs where, or ran at a moment, by service, environment and region.
 * @throws LedgerError `invalid` for an environment or an index that does not exist.
 */
export async function showRunning(store: LedgerStore, query: RunningQuery, nowMs: number): Promise<RunningView[]> {
  const { asOfMs } = query;
  const service = query.service?.normalize('NFC');
  const environment = await requireEnvironment(store, query.environment);
  const region = query.region?.normalize('NFC');
  const knownAt = await factsKnownAt(store, query.knownAt);
  const rows = await store.running({ service, environment, region, asOfMs, knownAt });
  const openAtMs = asOfMs ?? nowMs;
  const incidents = await store.incidents({ service, environment, openAtMs, knownAt });
  const troubled = new Set(incidents.map(placeOf));
  const partial = await partialAmong(store, rows, knownAt);
  return rows.map((row) => ({ ...viewPlace(row), health: healthOf(row, troubled.has(placeOf(row)), partial) }));
}

/** What runs in a place, and since when. */
export function viewPlace(row: RunningRow): Omit<RunningView, 'health'> {
  return {
    service: row.service,
    environment: row.environment,
    region: row.region || null,
    version: row.version,
    since: instant(row.sinceMs),
    deployment: row.deployment,
  };
}

function healthOf({ deployment }: RunningRow, isTroubled: boolean, partial: ReadonlySet<string>): Health {
  if (deployment === null) return 'unknown';
  if (isTroubled) return 'incident';
  return partial.has(deployment) ? 'partial' : 'ok';
}

/** Those of the deployments that run which reached only a part of their targets. */
async function partialAmong(
  store: LedgerStore,
  rows: readonly RunningRow[],
  knownAt: number | undefined,
): Promise<ReadonlySet<string>> {
  const ids = rows.flatMap(({ deployment }) => deployment ?? []);
  const deployments = ids.length === 0 ? [] : await store.deployments({ ids, knownAt });
  return new Set(deployments.filter(({ outcome }) => outcome === 'partial').map(({ id }) => id));
}

function placeOf({ service, environment }: { readonly service: string; readonly environment: string }): string {
  return `${service}\u0000${environment}`;
}
