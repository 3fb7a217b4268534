import * as v from 'valibot';
import { LedgerError } from '../errors.ts';
import { didYouMean, suggest } from '../suggest.ts';
import { correctionClaim, deploymentClaim, statusClaim } from './deployment.ts';
import {
  environmentClaim,
  incidentAttributionClaim,
  incidentClaim,
  incidentResolutionClaim,
  removalClaim,
  rollbackClaim,
  serviceClaim,
} from './other.ts';

/** The schema of each record type. */
export const claimSchemas = {
  deployment: deploymentClaim,
  'deployment-status': statusClaim,
  correction: correctionClaim,
  removal: removalClaim,
  rollback: rollbackClaim,
  incident: incidentClaim,
  'incident-resolution': incidentResolutionClaim,
  'incident-attribution': incidentAttributionClaim,
  service: serviceClaim,
  environment: environmentClaim,
} as const;

export type ClaimType = keyof typeof claimSchemas;
export type ClaimOf<Type extends ClaimType> = v.InferOutput<(typeof claimSchemas)[Type]>;
/** What somebody says happened, validated: the input of every surface, in the shapes of the public contract. */
export type Claim = { [Type in ClaimType]: ClaimOf<Type> }[ClaimType];
/** A claim as a caller writes it, before validation. */
export type ClaimInput = { [Type in ClaimType]: v.InferInput<(typeof claimSchemas)[Type]> }[ClaimType];

export type DeploymentClaim = ClaimOf<'deployment'>;
export type StatusClaim = ClaimOf<'deployment-status'>;
export type CorrectionClaim = ClaimOf<'correction'>;
export type RollbackClaim = ClaimOf<'rollback'>;
export type RemovalClaim = ClaimOf<'removal'>;
export type IncidentClaim = ClaimOf<'incident'>;
export type IncidentResolutionClaim = ClaimOf<'incident-resolution'>;
export type IncidentAttributionClaim = ClaimOf<'incident-attribution'>;
export type ServiceClaim = ClaimOf<'service'>;
export type EnvironmentClaim = ClaimOf<'environment'>;

/**
 * Validates what somebody claims. A field that is null counts as absent; an unknown field is refused.
 * @throws LedgerError `invalid`, naming the field, its value and what would be right.
 */
export function parseClaim(input: unknown): Claim {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    throw new LedgerError('invalid', `a record is a JSON object, not ${JSON.stringify(input)?.slice(0, 80)}`);
  }
  const present = Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== null && value !== undefined),
  );
  const { type: named } = present;
  const type = typeof named === 'string' ? named : typeof named;
  if (!isClaimType(type)) {
    throw new LedgerError('invalid', `unknown record type "${type}"${didYouMean(type, Object.keys(claimSchemas))}`, {
      field: 'type',
      hint: `one of: ${Object.keys(claimSchemas).join(', ')}`,
    });
  }
  const result = v.safeParse(claimSchemas[type], present, { abortEarly: true });
  if (result.success) return result.output;
  throw refusal(result.issues[0], Object.keys(claimSchemas[type].entries));
}

function isClaimType(type: string): type is ClaimType {
  return Object.hasOwn(claimSchemas, type);
}

/** Turns the first thing that a schema found wrong into an error that names the field. */
export function refusal(issue: v.BaseIssue<unknown>, fields: readonly string[]): LedgerError {
  const field = v.getDotPath(issue) ?? 'record';
  const key = issue.path?.at(-1)?.key;
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    const near = suggest(String(key), fields);
    const hint = near === undefined ? `known fields: ${fields.join(', ')}` : `did you mean "${near}"?`;
    return new LedgerError('invalid', `unknown field "${field}"`, { field, hint });
  }
  if (issue.input === undefined) return new LedgerError('invalid', `${field} is missing`, { field });
  return new LedgerError('invalid', `${field}: ${issue.message}`, { field });
}
