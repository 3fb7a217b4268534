import type { DeploymentClaim } from '../claims/claim.ts';
import { LedgerError } from '../errors.ts';
import type { DeploymentData, ShippedCommit } from '../facts/deployment.ts';
import type { Draft } from '../facts/fact.ts';
import { newId } from '../ids.ts';
import { instant, parseTime } from '../instant.ts';
import { isFinal } from '../lifecycle.ts';
import { parseProgress, strategyNamed } from '../strategies/registry.ts';
import type { ReportedStatus } from '../vocabulary.ts';
import type { Context, Decision, Known } from './context.ts';
import { Secrets } from './drafting.ts';
import { enterEnvironment } from './environment.ts';
import { registerService } from './service.ts';

/** Commits that one fact holds at most. */
export const commitsPerFact = 250;

/** Decides on a deployment: its environment is registered first, its commits follow. */
export function decideDeployment(claim: DeploymentClaim, known: Known, context: Context): Decision {
  const id = claim.id ?? newId('deploy', context.nowMs, context.random);
  if (known.deployment(id) !== undefined) {
    throw new LedgerError('conflict', `the deployment "${id}" is recorded already`, {
      field: 'id',
      hint: `see it with: deploy-ledger get-deployment ${id}, and report on it with: deploy-ledger update-deployment ${id}`,
    });
  }
  const times = timesOf(claim, context.nowMs);
  const environment = enterEnvironment(claim.environment, known, context);
  const recorded = draft(id, claim, times, context);
  const serviceType = claim.serviceType;
  const registers = serviceType !== undefined && known.serviceType(claim.service) !== serviceType;
  const service = registers ? [registerService({ name: claim.service, serviceType }, context)] : [];
  return {
    id,
    drafts: [...environment.drafts, ...service, recorded, ...shipped(id, claim, recorded, context)],
    warnings: environment.warnings,
  };
}

interface Times {
  readonly status: ReportedStatus;
  readonly startedMs: number | undefined;
  readonly finishedMs: number | undefined;
  readonly occurredMs: number;
}

/** A finish that nobody gave is now; a start that nobody gave stays unknown, so that no duration is made up. */
function timesOf(claim: DeploymentClaim, nowMs: number): Times {
  const status = claim.status ?? 'success';
  const given = claim.finishedAt === undefined ? undefined : parseTime(claim.finishedAt, nowMs, 'finishedAt');
  let startedMs = claim.startedAt === undefined ? undefined : parseTime(claim.startedAt, nowMs, 'startedAt');
  if (!isFinal(status)) {
    if (given !== undefined) {
      throw new LedgerError(
        'invalid',
        `a deployment that is ${status} has no finish, but finishedAt is ${instant(given)}`,
        {
          field: 'finishedAt',
          hint: 'leave the finish out, or say how it ended with a status such as success or failure',
        },
      );
    }
    if (status === 'in-progress') startedMs ??= nowMs;
    return { status, startedMs, finishedMs: undefined, occurredMs: startedMs ?? nowMs };
  }
  const finishedMs = given ?? Math.max(nowMs, startedMs ?? nowMs);
  if (startedMs !== undefined && finishedMs < startedMs) {
    throw new LedgerError(
      'invalid',
      `the deployment finished (${instant(finishedMs)}) before it started (${instant(startedMs)})`,
      { field: 'finishedAt', hint: 'check the two times and their zones' },
    );
  }
  return { status, startedMs, finishedMs, occurredMs: finishedMs };
}

function draft(id: string, claim: DeploymentClaim, times: Times, context: Context): Draft {
  const secrets = new Secrets();
  const strategy = strategyNamed(context.strategies, claim.strategy ?? 'rolling');
  const data: DeploymentData = {
    approvedBy: claim.approvedBy?.map((name, i) => secrets.person(`/data/approvedBy/${i}`, name)),
    artifact: claim.artifact,
    changeId: claim.changeId,
    cluster: claim.cluster,
    commit: claim.commit,
    deployment: id,
    downtimeExpected: claim.downtimeExpected,
    environment: claim.environment,
    finishedAt: times.finishedMs === undefined ? undefined : instant(times.finishedMs),
    initiator: secrets.person('/data/initiator', claim.initiator),
    kind: claim.kind,
    message: secrets.text('/data/message', claim.message),
    metadata: secrets.text('/data/metadata', claim.metadata),
    parentId: claim.parentId,
    planned: claim.planned,
    previousVersion: claim.previousVersion,
    progress: claim.progress === undefined ? undefined : parseProgress(strategy, claim.progress),
    region: claim.region,
    remediates: claim.remediates,
    replicas: claim.replicas,
    service: claim.service,
    startedAt: times.startedMs === undefined ? undefined : instant(times.startedMs),
    status: times.status,
    strategy: strategy.name,
    version: claim.version,
    window: claim.window,
  };
  return {
    fact: {
      data,
      occurredAt: instant(times.occurredMs),
      recordedAt: instant(context.nowMs),
      source: context.source,
      type: 'deployment.recorded',
      v: 1,
    },
    secrets: secrets.list,
  };
}

function shipped(id: string, claim: DeploymentClaim, recorded: Draft, context: Context): Draft[] {
  const all = (claim.commits ?? []).map(
    ({ sha, committedAt }): ShippedCommit => ({
      committedAt: instant(parseTime(committedAt, context.nowMs, 'committedAt')),
      sha,
    }),
  );
  const drafts: Draft[] = [];
  for (let from = 0; from < all.length; from += commitsPerFact) {
    const commits = all.slice(from, from + commitsPerFact);
    const { occurredAt, recordedAt, source } = recorded.fact;
    const data = { commits, deployment: id };
    drafts.push({ fact: { data, occurredAt, recordedAt, source, type: 'deployment.shipped', v: 1 }, secrets: [] });
  }
  return drafts;
}
