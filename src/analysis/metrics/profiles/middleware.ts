import { commitLeadTime } from '../parts/commit-lead-time.ts';
import { deploymentsPerDay } from '../parts/deployments-per-day.ts';
import { deploymentsWithIncident } from '../parts/incident-rates.ts';
import { unlessSuccessful } from '../parts/successful.ts';
import { timeToRestore } from '../parts/time-to-restore.ts';
import type { Profile } from '../profile.ts';

/** Middleware: means instead of medians, and an incident at the very time of a deployment belongs to it. */
export const middleware: Profile = {
  name: 'middleware',
  version: 1,
  source: 'Middleware, https://github.com/middlewarehq/middleware (its DORA metrics service)',
  incidents: 'latest-until',
  reasonAgainst: unlessSuccessful,
  metrics: {
    frequency: deploymentsPerDay,
    'lead-time': (frame) =>
      commitLeadTime(frame, {
        summary: 'mean',
        formula: 'mean of finish − commit time',
        counted: (ms) => ms,
      }),
    'change-fail-rate': deploymentsWithIncident,
    'recovery-time': timeToRestore('mean'),
  },
};
