import { commitLeadTime } from '../parts/commit-lead-time.ts';
import { deploymentsPerDay } from '../parts/deployments-per-day.ts';
import { incidentsPerDeployment } from '../parts/incident-rates.ts';
import { unlessSuccessful } from '../parts/successful.ts';
import { timeToRestore } from '../parts/time-to-restore.ts';
import type { Profile } from '../profile.ts';

/** GitLab's DORA analytics. Its lead time begins at the merge; the ledger knows commits, so of a merge commit it is the same. */
export const gitlab: Profile = {
  name: 'gitlab',
  version: 1,
  source: 'GitLab, https://docs.gitlab.com/user/analytics/dora_metrics/',
  incidents: 'unattributed',
  reasonAgainst: unlessSuccessful,
  metrics: {
    frequency: deploymentsPerDay,
    'lead-time': (frame) =>
      commitLeadTime(frame, {
        summary: 'median',
        formula: 'median of finish − commit time (a merge commit is made by the merge)',
        counted: (ms) => ms,
      }),
    'change-fail-rate': incidentsPerDeployment,
    'recovery-time': timeToRestore('median'),
  },
};
