import type { LedgerStore, Page } from '../../projections/read-store.ts';
import type { DeploymentRow, IncidentRow, RollbackRow } from '../../projections/rows.ts';
import type { TimelineKind } from './timeline-view.ts';

/** A row with its place in time. */
export type Moment =
  | { readonly kind: 'deployment'; readonly atMs: number; readonly row: DeploymentRow }
  | { readonly kind: 'rollback'; readonly atMs: number; readonly row: RollbackRow }
  | { readonly kind: 'incident'; readonly atMs: number; readonly row: IncidentRow };

interface MomentFilter {
  readonly service: string | undefined;
  readonly environment: string | undefined;
  readonly fromMs: number | undefined;
  readonly toMs: number | undefined;
  readonly knownAt: number | undefined;
}

type ReadMoments = (store: LedgerStore, filter: MomentFilter, page: Page) => Promise<Moment[]>;

/** Reads one kind of what a timeline holds, newest first. */
export const readMoments: Readonly<Record<TimelineKind, ReadMoments>> = {
  deployment: async (store, { environment, ...filter }, page) => {
    const environments = environment === undefined ? undefined : [environment];
    const rows = await store.deployments({ ...filter, environments }, page);
    return rows.map((row) => ({ kind: 'deployment', atMs: row.atMs, row }));
  },
  rollback: async (store, filter, page) => {
    const rows = await store.rollbacks(filter, page);
    return rows.map((row) => ({ kind: 'rollback', atMs: row.atMs, row }));
  },
  incident: async (store, filter, page) => {
    const rows = await store.incidents(filter, page);
    return rows.map((row) => ({ kind: 'incident', atMs: row.openedMs, row }));
  },
};
