import * as v from 'valibot';
import { count, name, percentage } from '../claims/fields.ts';
import type { Strategy } from './strategy.ts';

/** Everything at once, often in a window and with downtime. */
export const bigBang: Strategy = {
  name: 'big-bang',
  progress: v.strictObject({
    downtimeSeconds: v.optional(count),
    percentage: v.optional(percentage),
    stage: v.optional(name),
  }),
  summarise: (progress) =>
    progress['downtimeSeconds'] === undefined ? '' : `${progress['downtimeSeconds']} s of downtime`,
};
