import type { ClaimInput } from '../../domain/claims/claim.ts';
import type {
  DeploymentAbandoned,
  DeploymentAdvanced,
  DeploymentCorrected,
  DeploymentFinished,
  DeploymentRecorded,
} from '../../domain/facts/deployment.ts';
import { erased, type SealedValues } from './sealed-values.ts';

type ClaimInputOf<Type> = Extract<ClaimInput, { readonly type: Type }>;

/** The claim that recorded a deployment, its commits aside. */
export function claimOfRecorded(fact: DeploymentRecorded, sealed: SealedValues): ClaimInputOf<'deployment'> {
  const { deployment, remediates, ...data } = fact.data;
  return {
    type: 'deployment',
    ...data,
    id: deployment,
    // A pending deployment that nobody timed was recorded at the moment that its fact names.
    startedAt: data.status === 'pending' ? fact.occurredAt : data.startedAt,
    approvedBy: sealed.each('/data/approvedBy', data.approvedBy),
    initiator: sealed.text('/data/initiator'),
    message: sealed.text('/data/message'),
    metadata: sealed.record('/data/metadata'),
    remediates: remediates && [...remediates],
  };
}

/** The claim that reported on a deployment. */
export function claimOfReport(
  { data, type, occurredAt }: DeploymentAdvanced | DeploymentFinished | DeploymentAbandoned,
  sealed: SealedValues,
): ClaimInputOf<'deployment-status'> {
  const { deployment } = data;
  const message = sealed.text('/data/message');
  const claim = { type: 'deployment-status', deployment, at: occurredAt, message } as const;
  if (type === 'deployment.abandoned') return { ...claim, status: 'abandoned' };
  const { status, progress } = data;
  const saysNothing = status === undefined && progress === undefined && message === undefined;
  return { ...claim, status, progress, message: saysNothing ? erased : message };
}

/** The claim that corrected a deployment: what was erased of it still takes the place of what was wrong. */
export function claimOfCorrected(fact: DeploymentCorrected, sealed: SealedValues): ClaimInputOf<'correction'> {
  const { deployment, set } = fact.data;
  const { approvedBy, initiator, message, metadata, remediates, ...plain } = set;
  return {
    type: 'correction',
    deployment,
    at: fact.occurredAt,
    reason: sealed.text('/data/reason') ?? erased,
    set: {
      ...plain,
      approvedBy: sealed.each('/data/set/approvedBy', approvedBy),
      initiator: initiator && (sealed.text('/data/set/initiator') ?? erased),
      message: message && (sealed.text('/data/set/message') ?? erased),
      metadata: metadata && (sealed.record('/data/set/metadata') ?? {}),
      remediates: remediates && [...remediates],
    },
  };
}
