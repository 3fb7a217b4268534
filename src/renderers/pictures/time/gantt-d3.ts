import { type Gantt, outcomeOf } from '../../../analysis/pictures/time/gantt.ts';
import { instant } from '../../../domain/instant.ts';
import { d3Text } from '../d3-text.ts';
import { frameData } from './frame-data.ts';
import { ganttSummary, ganttTitle } from './gantt-words.ts';

/** Every deployment with both its ends, in order of start. */
export function ganttD3(gantt: Gantt): string {
  const bars = [...gantt.deployments].sort((a, b) => a.fromMs - b.fromMs);
  return d3Text({
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
