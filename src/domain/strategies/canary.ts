import * as v from 'valibot';
import { name, percentage } from '../claims/fields.ts';
import type { Strategy } from './strategy.ts';

/** A share of the traffic first, then more by stages. */
export const canary: Strategy = {
  name: 'canary',
  progress: v.strictObject({ percentage: v.optional(percentage), stage: v.optional(name) }),
  summarise: (progress) =>
    [
      progress['percentage'] === undefined ? '' : `${progress['percentage']} % of traffic`,
      progress['stage'] === undefined ? '' : `stage ${progress['stage']}`,
    ]
      .filter(Boolean)
      .join(', '),
};
