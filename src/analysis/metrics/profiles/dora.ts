import { statuses } from '../../../domain/vocabulary.ts';
import { flag, isDeployedCode, statusCode } from '../columns/columns.ts';
import { duration } from '../dora/duration.ts';
import { frequency } from '../dora/frequency.ts';
import { leadTime } from '../dora/lead-time.ts';
import { changeFailRate, reworkRate, rollbackRate, successRate } from '../dora/rates.ts';
import { mttr, recoveryTime } from '../dora/recovery.ts';
import type { Profile } from '../profile.ts';

/** The software delivery metrics of DORA as the ledger defines them: docs/metrics.md has every definition. */
export const dora: Profile = {
  name: 'dora',
  version: 1,
  source: "DORA's software delivery performance metrics, https://dora.dev/guides/dora-metrics-four-keys/",
  incidents: 'attributed',
  reasonAgainst,
  metrics: {
    frequency,
    'lead-time': leadTime,
    'change-fail-rate': changeFailRate,
    'recovery-time': recoveryTime,
    'rework-rate': reworkRate,
    'success-rate': successRate,
    duration,
    mttr,
    'rollback-rate': rollbackRate,
  },
};

/** A target counts with its parent, what carried a rollback out is that rollback, and an unknown end is neither good nor bad. */
function reasonAgainst(status: number, flags: number): string | undefined {
  if ((flags & flag.finished) === 0) return 'unfinished';
  if ((flags & flag.target) !== 0) return 'target';
  if ((flags & flag.carriedOutRollback) !== 0) return 'carried-out-rollback';
  return isDeployedCode[status] || status === statusCode.failure ? undefined : statuses[status];
}
