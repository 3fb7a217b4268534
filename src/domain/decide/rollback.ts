import type { RollbackClaim } from '../claims/claim.ts';
import { LedgerError } from '../errors.ts';
import type { Draft } from '../facts/fact.ts';
import { newId } from '../ids.ts';
import { instant, parseTime } from '../instant.ts';
import type { Context, Decision, Known } from './context.ts';
import { Secrets } from './drafting.ts';
import { enterEnvironment } from './environment.ts';

/** Decides on a rollback. Which deployment it undoes is left to the fold, which knows what ran at that time. */
export function decideRollback(claim: RollbackClaim, known: Known, context: Context): Decision {
  const id = claim.id ?? newId('rollback', context.nowMs, context.random);
  if (known.rollback(id)) {
    throw new LedgerError('conflict', `the rollback "${id}" is recorded already`, {
      field: 'id',
      hint: 'see it with: deploy-ledger list-rollbacks',
    });
  }
  const name = environmentOf(claim, known);
  const environment = enterEnvironment(name, known, context);
  const recorded = draft(id, name, claim, context);
  return { id, drafts: [...environment.drafts, recorded], warnings: environment.warnings };
}

/** The one named; else the deployment's; else the only one where the version runs; else production when nothing is known. */
function environmentOf(claim: RollbackClaim, known: Known): string {
  const named = claim.deployment === undefined ? undefined : known.deployment(claim.deployment);
  if (claim.deployment !== undefined && named === undefined) {
    throw new LedgerError('not-found', `no deployment "${claim.deployment}" is recorded`, {
      field: 'deployment',
      hint: `see those of ${claim.service} with: deploy-ledger list-deployments --service ${claim.service}`,
    });
  }
  if (claim.environment !== undefined) return claim.environment;
  if (named !== undefined) return named.environment;
  const running = known.running(claim.service);
  if (running.length === 0) return 'production';
  const where = new Set(running.filter((lane) => lane.version === claim.fromVersion).map((lane) => lane.environment));
  const [only] = where;
  if (where.size === 1 && only !== undefined) return only;
  const candidates = [...(where.size > 0 ? where : new Set(running.map((lane) => lane.environment)))].sort();
  const what = where.size > 0 ? `runs in ${where.size} environments` : 'runs in no environment';
  throw new LedgerError('invalid', `${claim.service} ${claim.fromVersion} ${what}: which one was rolled back?`, {
    field: 'environment',
    hint: `add --environment with one of: ${candidates.join(', ')}`,
  });
}

function draft(id: string, environment: string, claim: RollbackClaim, context: Context): Draft {
  const secrets = new Secrets();
  const atMs = claim.at === undefined ? context.nowMs : parseTime(claim.at, context.nowMs, 'at');
  return {
    fact: {
      data: {
        carriedOutBy: claim.carriedOutBy,
        deployment: claim.deployment,
        environment,
        fromVersion: claim.fromVersion,
        impact: secrets.text('/data/impact', claim.impact),
        initiator: secrets.person('/data/initiator', claim.initiator),
        reason: secrets.text('/data/reason', claim.reason) ?? { sealed: '' },
        reasonCode: claim.reasonCode,
        region: claim.region,
        rollback: id,
        service: claim.service,
        toVersion: claim.toVersion,
        trigger: claim.trigger ?? 'manual',
      },
      occurredAt: instant(atMs),
      recordedAt: instant(context.nowMs),
      source: context.source,
      type: 'rollback.recorded',
      v: 1,
    },
    secrets: secrets.list,
  };
}
