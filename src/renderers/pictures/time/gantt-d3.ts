import { type Gantt, outcomeOf } from '../../../analysis/pictures/time/gantt.ts';
import { instant } from '../../../domain/instant.ts';
import { frameData, jsonText } from './d3-data.ts';
import { ganttSummary, ganttTitle } from './gantt-words.ts';

/** Every deployment with both its ends, in order of start. */
export function ganttD3(gantt: Gantt): string {
  const bars = [...gantt.deployments].sort((a, b) => a.fromMs - b.fromMs);
  return jsonText({
    type: gantt.type,
    title: ganttTitle(gantt),
    description: ganttSummary(gantt),
    ...frameData(gantt.frame),
    bars: bars.map(({ fromMs, toMs, ...deployment }) => ({
      ...deployment,
      outcome: outcomeOf(deployment.status),
      start: instant(fromMs),
      end: instant(toMs),
    })),
  });
}
