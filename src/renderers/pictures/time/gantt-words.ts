import type { Gantt } from '../../../analysis/pictures/time/gantt.ts';
import { frameText } from './frame-text.ts';
import { nothingDeployed, outcomesText } from './outcome-words.ts';

export function ganttTitle({ frame }: Gantt): string {
  return `What was deployed from start to finish, ${frameText(frame)}`;
}

/** What the whole says, in a sentence. */
export function ganttSummary({ deployments }: Gantt): string {
  return deployments.length === 0 ? nothingDeployed : `${outcomesText(deployments)}.`;
}
