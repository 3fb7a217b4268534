import { commitLeadTime } from '../parts/commit-lead-time.ts';
import { deploymentsPerDay } from '../parts/deployments-per-day.ts';
import { deploymentsWithIncident } from '../parts/incident-rates.ts';
import { incidentsByGroup } from '../parts/incidents-by-group.ts';
import { unlessSuccessful } from '../parts/successful.ts';
import { incidentTimes } from '../parts/summary.ts';
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
        seconds: (ms) => ms / 1000,
      }),
    'change-fail-rate': deploymentsWithIncident,
    'recovery-time': (frame) =>
      incidentTimes(incidentsByGroup(frame), {
        summary: 'mean',
        formula: 'mean of incident resolved − incident opened',
        seconds: ({ openedMs, resolvedMs }) => (resolvedMs === null ? undefined : (resolvedMs - openedMs) / 1000),
      }),
  },
};
