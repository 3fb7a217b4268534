import type { KnownAt } from '../queries.ts';
import type {
  DeploymentView,
  EnvironmentView,
  IncidentView,
  ListOf,
  RollbackView,
  RunningView,
  ServiceView,
} from '../views.ts';

export interface ChangesQuery {
  readonly service?: string | undefined;
  readonly environment?: string | undefined;
  /** The first fact that counts: its index, or the first one recorded after a moment. */
  readonly from: KnownAt;
  /** The first fact that no longer counts; all that there are when absent. */
  readonly to?: KnownAt | undefined;
  /** Facts to look at, at most. */
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Something that looks otherwise than before: as it is now, to be put in the place of what was known of it. */
export type ChangedView =
  | { readonly type: 'deployment'; readonly id: string; readonly deployment: DeploymentView }
  | { readonly type: 'rollback'; readonly id: string; readonly rollback: RollbackView }
  | { readonly type: 'incident'; readonly id: string; readonly incident: IncidentView }
  | { readonly type: 'service'; readonly id: string; readonly service: ServiceView }
  | { readonly type: 'environment'; readonly id: string; readonly environment: EnvironmentView }
  /** All that runs of this service in this environment. */
  | { readonly type: 'running'; readonly id: string; readonly running: readonly RunningView[] }
  /** Indexes of facts whose sealed values are gone: whoever keeps them has to forget them. */
  | { readonly type: 'erasure'; readonly id: string; readonly indexes: readonly number[] };

export interface ChangesView extends ListOf<ChangedView> {
  /** Numbers of facts: what was known before, and what is known with these changes. */
  readonly from: number;
  readonly to: number;
}
