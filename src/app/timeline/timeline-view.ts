import type { Instant } from '../../domain/instant.ts';
import type { RollbackQuery } from '../queries.ts';
import type { DeploymentView, IncidentView, RollbackView } from '../views.ts';

export interface TimelineQuery extends RollbackQuery {}

/** Something that happened: a deployment where it ended (else began, else was created), a rollback, or an incident where it opened. */
export type TimelineEntry =
  | { readonly type: 'deployment'; readonly at: Instant; readonly id: string; readonly deployment: DeploymentView }
  | { readonly type: 'rollback'; readonly at: Instant; readonly id: string; readonly rollback: RollbackView }
  | { readonly type: 'incident'; readonly at: Instant; readonly id: string; readonly incident: IncidentView };

export type TimelineKind = TimelineEntry['type'];
