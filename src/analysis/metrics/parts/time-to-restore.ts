import type { MetricDefinition } from '../metric.ts';
import { incidentsByGroup, whereTold } from './incidents-by-group.ts';
import { incidentTimes, type Summary } from './summary.ts';

/** From the opening of an incident to its end, over those that opened in the window, whatever caused them. */
export function timeToRestore(summary: Summary): MetricDefinition {
  return (frame) =>
    whereTold(
      frame,
      incidentTimes(incidentsByGroup(frame), {
        summary,
        formula: `${summary} of incident resolved − incident opened`,
        spanMs: ({ openedMs, resolvedMs }) => (resolvedMs === null ? undefined : resolvedMs - openedMs),
      }),
    );
}
