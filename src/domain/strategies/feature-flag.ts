import * as v from 'valibot';
import { percentage, teamName } from '../claims/fields.ts';
import type { Strategy } from './strategy.ts';

/** A flag that is opened for an audience, without a new build. */
export const featureFlag: Strategy = {
  name: 'feature-flag',
  progress: v.strictObject({
    flag: v.optional(teamName),
    audience: v.optional(teamName),
    percentage: v.optional(percentage),
    stage: v.optional(teamName),
  }),
  summarise: (progress) =>
    [
      progress['flag'] ?? '',
      progress['audience'] === undefined ? '' : `for ${progress['audience']}`,
      progress['percentage'] === undefined ? '' : `${progress['percentage']} %`,
    ]
      .filter(Boolean)
      .join(' '),
};
