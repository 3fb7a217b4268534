import type { CorrectionClaim, StatusClaim } from '../claims/claim.ts';
import { LedgerError } from '../errors.ts';
import type { DeploymentData } from '../facts/deployment.ts';
import type { Draft, Fact } from '../facts/fact.ts';
import { instant, parseTime } from '../instant.ts';
import { isFinal } from '../lifecycle.ts';
import { parseProgress, strategyNamed } from '../strategies/registry.ts';
import type { Progress } from '../strategies/strategy.ts';
import type { Context, Decision, Known, KnownDeployment } from './context.ts';
import { Secrets } from './drafting.ts';
import { enterEnvironment } from './environment.ts';

/** Decides on a word about a deployment that is recorded: progress, its end, or that nothing more was heard of it. */
export function decideStatus(claim: StatusClaim, known: Known, context: Context): Decision {
  const deployment = mustKnow(claim.deployment, known);
  const atMs = claim.at === undefined ? context.nowMs : parseTime(claim.at, context.nowMs, 'at');
  const secrets = new Secrets();
  const message = secrets.text('/data/message', claim.message);
  const progress = progressOf(claim, deployment.strategy, context);
  if (claim.status === undefined && message === undefined && progress === undefined) {
    throw new LedgerError('invalid', 'the report says nothing', {
      field: 'status',
      hint: 'give a status, a message, a percentage or a stage',
    });
  }
  const envelope = { occurredAt: instant(atMs), recordedAt: instant(context.nowMs), source: context.source };
  const fact = factOf(claim, { message, progress, lastHeardMs: deployment.lastHeardMs }, envelope);
  return { id: claim.deployment, drafts: [{ fact, secrets: secrets.list }], warnings: [] };
}

interface Said {
  readonly message: { readonly sealed: string } | undefined;
  readonly progress: Progress | undefined;
  readonly lastHeardMs: number;
}

type Times = Pick<Fact, 'occurredAt' | 'recordedAt' | 'source'>;

function factOf(claim: StatusClaim, { message, progress, lastHeardMs }: Said, times: Times): Fact {
  const { deployment, status } = claim;
  switch (status) {
    case undefined:
    case 'pending':
    case 'in-progress':
      return { data: { deployment, message, progress, status }, ...times, type: 'deployment.advanced', v: 1 };
    case 'abandoned':
      return {
        data: { deployment, lastHeardAt: instant(lastHeardMs), message },
        ...times,
        type: 'deployment.abandoned',
        v: 1,
      };
    default:
      return { data: { deployment, message, progress, status }, ...times, type: 'deployment.finished', v: 1 };
  }
}

function progressOf(claim: StatusClaim, strategyName: string, context: Context): Progress | undefined {
  const { percentage, stage } = claim;
  const given = {
    ...claim.progress,
    ...(percentage === undefined ? {} : { percentage }),
    ...(stage === undefined ? {} : { stage }),
  };
  if (Object.keys(given).length === 0) return undefined;
  return parseProgress(strategyNamed(context.strategies, strategyName), given);
}

/** Decides that an earlier claim was wrong. The earlier claim stays in the log; `--known-at` still shows it. */
export function decideCorrection(claim: CorrectionClaim, known: Known, context: Context): Decision {
  const deployment = mustKnow(claim.deployment, known);
  if (Object.keys(claim.set).length === 0) {
    throw new LedgerError('invalid', 'the correction changes nothing', {
      field: 'set',
      hint: 'name a field: --set version=2.3.1',
    });
  }
  const { set } = claim;
  const environment =
    set.environment === undefined ? { drafts: [], warnings: [] } : enterEnvironment(set.environment, known, context);
  const secrets = new Secrets();
  const reason = secrets.text('/data/reason', claim.reason) ?? { sealed: '' };
  const data = {
    deployment: claim.deployment,
    reason,
    set: correctedData(claim.set, deployment.strategy, secrets, context),
  };
  const atMs = claim.at === undefined ? context.nowMs : parseTime(claim.at, context.nowMs, 'at');
  const corrected: Draft = {
    fact: {
      data,
      occurredAt: instant(atMs),
      recordedAt: instant(context.nowMs),
      source: context.source,
      type: 'deployment.corrected',
      v: 1,
    },
    secrets: secrets.list,
  };
  const warnings = [...environment.warnings, ...endWithoutTime(claim, deployment)];
  return { id: claim.deployment, drafts: [...environment.drafts, corrected], warnings };
}

/**
 * What to warn of when a correction says that a deployment ended and nobody has said when: no time may be guessed, and without one it
 * counts in no metric. It is no reason for a refusal, since the report of the end may still be on its way.
 */
function endWithoutTime({ deployment, set }: CorrectionClaim, before: KnownDeployment): string[] {
  const { status, finishedAt } = set;
  const ends = status !== undefined && status !== 'abandoned' && isFinal(status);
  const endIsKnown = before.finishedMs !== null && before.outcome !== 'abandoned';
  if (!ends || finishedAt !== undefined || endIsKnown) return [];
  return [
    `nobody said when it ended in ${status}, which metrics need to know; say so with: deploy-ledger correct-deployment ${deployment} --set completed=TIME`,
  ];
}

function correctedData(
  set: CorrectionClaim['set'],
  strategyBefore: string,
  secrets: Secrets,
  context: Context,
): Partial<Omit<DeploymentData, 'deployment'>> {
  const { progress, strategy, startedAt, finishedAt, initiator, message, metadata, approvedBy, ...plain } = set;
  const strategyAfter = strategyNamed(context.strategies, strategy ?? strategyBefore);
  const time = (value: string | number | undefined, field: string) =>
    value === undefined ? undefined : instant(parseTime(value, context.nowMs, field));
  const data = {
    ...plain,
    approvedBy: approvedBy?.map((name, i) => secrets.person(`/data/set/approvedBy/${i}`, name)),
    finishedAt: time(finishedAt, 'finishedAt'),
    initiator: secrets.person('/data/set/initiator', initiator),
    message: secrets.text('/data/set/message', message),
    metadata: secrets.text('/data/set/metadata', metadata),
    progress: progress === undefined ? undefined : parseProgress(strategyAfter, progress),
    startedAt: time(startedAt, 'startedAt'),
    strategy: strategy === undefined ? undefined : strategyAfter.name,
  };
  const entries = Object.entries(data).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function mustKnow(id: string, known: Known) {
  const deployment = known.deployment(id);
  if (deployment !== undefined) return deployment;
  throw new LedgerError('not-found', `no deployment "${id}" is recorded`, {
    field: 'deployment',
    hint: 'see the latest with: deploy-ledger list-deployments',
  });
}
