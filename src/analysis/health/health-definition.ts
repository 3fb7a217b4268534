import type { Scale } from './scale-measurement.ts';

export const partNames = [
  'change-fail-rate',
  'recovery-time',
  'success-rate',
  'open-incidents',
  'unclear-outcomes',
  'staleness',
] as const;

export type PartName = (typeof partNames)[number];

/** One part of the score: what is measured, and what it is worth. */
export interface PartDefinition extends Scale {
  readonly name: PartName;
  /** Its share of the score, relative to the other parts that can be measured. */
  readonly weight: number;
  /** Measured on fewer than these, it weighs as much less: one slow recovery is not how a service recovers. */
  readonly fullWeightFrom?: number;
  readonly unit: 'ratio' | 's' | 'd' | 'points';
  readonly formula: string;
}

/** The points of an open incident: one that is critical is as bad as it gets. */
export const incidentPoints = { critical: 3, high: 2, medium: 1, low: 0.5 } as const;

/**
 * How health is computed. The score is the mean of the values of the parts by their weights; a part that cannot be measured, such as
 * the recovery time where nothing failed, is left out of it. A change to anything in here makes another version.
 */
export const healthDefinition = {
  version: 1,
  /** Fewer deployments that ended in the window say too little for a score. */
  minimumDeployments: 3,
  parts: [
    {
      name: 'change-fail-rate',
      weight: 30,
      unit: 'ratio',
      formula: 'deployments that were rolled back, caused an incident or were remedied ÷ deployments that arrived',
      best: 0,
      worst: 0.3,
      scale: 'linear',
    },
    {
      name: 'recovery-time',
      weight: 20,
      fullWeightFrom: 3,
      unit: 's',
      formula: 'median of finish → end of the harm; one that is not over counts as it is old',
      best: 3600,
      worst: 7 * 86_400,
      scale: 'logarithmic',
    },
    {
      name: 'success-rate',
      weight: 20,
      unit: 'ratio',
      formula: 'success ÷ (success + failure + partial + rolled-back)',
      best: 1,
      worst: 0.7,
      scale: 'linear',
    },
    {
      name: 'open-incidents',
      weight: 15,
      unit: 'points',
      formula: 'open incidents; critical 3 points, high 2, medium 1, low 0.5',
      best: 0,
      worst: 3,
      scale: 'linear',
    },
    {
      name: 'unclear-outcomes',
      weight: 10,
      unit: 'ratio',
      formula: 'abandoned or disputed deployments ÷ all deployments',
      best: 0,
      worst: 0.25,
      scale: 'linear',
    },
    {
      name: 'staleness',
      weight: 5,
      unit: 'd',
      formula: 'end of the window − last deployment',
      best: 7,
      worst: 90,
      scale: 'logarithmic',
    },
  ],
} as const satisfies {
  readonly version: number;
  readonly minimumDeployments: number;
  readonly parts: readonly PartDefinition[];
};
