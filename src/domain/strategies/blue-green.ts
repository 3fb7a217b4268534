import * as v from 'valibot';
import { name, percentage } from '../claims/fields.ts';
import type { Strategy } from './strategy.ts';

/** Two slots, one of them live; the switch is the deployment. */
export const blueGreen: Strategy = {
  name: 'blue-green',
  progress: v.strictObject({ slot: v.optional(name), percentage: v.optional(percentage), stage: v.optional(name) }),
  summarise: (progress) => (progress['slot'] === undefined ? '' : `${progress['slot']} is live`),
};
