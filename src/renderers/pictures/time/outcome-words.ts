import {
  countOutcomes,
  type GanttBar,
  type GanttDeployment,
  type Outcome,
} from '../../../analysis/pictures/time/gantt.ts';
import { counted, grouped } from '../../counted.ts';

export const outcomeWords: Readonly<Record<Outcome, string>> = {
  succeeded: 'succeeded',
  ended: 'cancelled or abandoned',
  running: 'not finished',
  partial: 'partly succeeded',
  'rolled-back': 'rolled back',
  failed: 'failed',
};

export const nothingDeployed = 'Nothing was deployed in this time.';
export const joinedBars =
  'Deployments that would touch at this width share a bar, which looks like the last outcome of the legend that occurs in it.';

/** `12 deployments: 9 succeeded, 2 rolled back, 1 failed`. */
export function outcomesText(deployments: readonly GanttDeployment[]): string {
  const counts = [...countOutcomes(deployments)].map(
    ([outcome, count]) => `${grouped(count)} ${outcomeWords[outcome]}`,
  );
  return `${counted(deployments.length, 'deployment')}${counts.length === 0 ? '' : `: ${counts.join(', ')}`}`;
}

/** The outcomes that bars of a picture show, from the least to the most worth noticing. */
export function shownOutcomes(bars: readonly GanttBar[]): Outcome[] {
  return [...countOutcomes(bars.flatMap(({ deployments }) => deployments)).keys()].filter((outcome) =>
    bars.some((bar) => bar.outcome === outcome),
  );
}
