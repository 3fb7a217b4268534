import type { ChangesQuery } from '../../app/changes/changes-view.ts';
import type { KnownAt, Side } from '../../app/queries.ts';
import { instant } from '../../domain/instant.ts';

/** Queries of the ledger in the words of the API. */

export function timeFilter(ms: number | undefined): string | undefined {
  return ms === undefined ? undefined : instant(ms);
}

export function knownFilter(knownAt: KnownAt | undefined): string | number | undefined {
  if (knownAt === undefined) return undefined;
  return 'index' in knownAt ? knownAt.index : instant(knownAt.ms);
}

interface Filterable {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  readonly fromMs?: number | undefined;
  readonly toMs?: number | undefined;
  readonly knownAt?: KnownAt | undefined;
}

/** Where and when, as every list and report can be asked. */
export function scopeFilter({ service, environment, fromMs, toMs, knownAt }: Filterable) {
  return { service, environment, from: timeFilter(fromMs), to: timeFilter(toMs), knownAt: knownFilter(knownAt) };
}

export function changesFilter({ service, environment, from, to, limit, cursor }: ChangesQuery) {
  const start = 'index' in from ? from.index : instant(from.ms);
  return { service, environment, from: start, to: knownFilter(to), limit, cursor };
}

export function sideFilter({ environment, asOfMs }: Side): string {
  return asOfMs === undefined ? environment : `${environment}@${instant(asOfMs)}`;
}
