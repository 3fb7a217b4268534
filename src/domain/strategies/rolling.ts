import * as v from 'valibot';
import { count, name, percentage } from '../claims/fields.ts';
import type { Strategy } from './strategy.ts';

/** Replica after replica, a few at a time. */
export const rolling: Strategy = {
  name: 'rolling',
  progress: v.strictObject({
    replicas: v.optional(count),
    percentage: v.optional(percentage),
    stage: v.optional(name),
  }),
  summarise: (progress) => {
    if (progress['replicas'] !== undefined) return `${progress['replicas']} replicas updated`;
    return progress['percentage'] === undefined ? '' : `${progress['percentage']} % updated`;
  },
};
