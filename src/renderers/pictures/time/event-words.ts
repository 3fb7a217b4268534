import type { EventCounts } from '../../../analysis/pictures/time/timeline.ts';
import { counted, grouped } from '../../counted.ts';

export const nothingHappened = 'Nothing was deployed, rolled back or broken in this time.';

/** `12 deployments, 2 failed, 1 rollback, 1 incident`; what there was none of goes unsaid. */
export function eventsText({ deployments, failed, rollbacks, incidents }: EventCounts): string {
  return [
    ...(deployments === 0 ? [] : [counted(deployments, 'deployment')]),
    ...(failed === 0 ? [] : [`${grouped(failed)} failed`]),
    ...(rollbacks === 0 ? [] : [counted(rollbacks, 'rollback')]),
    ...(incidents === 0 ? [] : [counted(incidents, 'incident')]),
  ].join(', ');
}
