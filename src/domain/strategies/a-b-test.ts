import * as v from 'valibot';
import { percentage, teamName } from '../claims/fields.ts';
import type { Strategy } from './strategy.ts';

/** Several variants side by side, each with its share of the traffic in percent. */
export const abTest: Strategy = {
  name: 'a-b-test',
  progress: v.strictObject({
    variants: v.optional(v.record(teamName, percentage)),
    percentage: v.optional(percentage),
    stage: v.optional(teamName),
  }),
  summarise: (progress) => {
    const { variants } = progress;
    if (typeof variants !== 'object') return '';
    return Object.entries(variants)
      .map(([variant, share]) => `${variant} ${share} %`)
      .join(', ');
  },
};
