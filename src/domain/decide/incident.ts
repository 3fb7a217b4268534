import type { IncidentAttributionClaim, IncidentClaim, IncidentResolutionClaim } from '../claims/claim.ts';
import { LedgerError } from '../errors.ts';
import type { Draft } from '../facts/fact.ts';
import { noDeployment } from '../facts/other.ts';
import { newId } from '../ids.ts';
import { instant, parseTime } from '../instant.ts';
import type { Context, Decision, Known } from './context.ts';
import { Secrets } from './drafting.ts';
import { enterEnvironment } from './environment.ts';

/** Decides on an incident; one claim can also say that it is over and what caused it. */
export function decideIncident(claim: IncidentClaim, known: Known, context: Context): Decision {
  const id = claim.id ?? newId('incident', context.nowMs, context.random);
  if (known.incident(id)) {
    throw new LedgerError('conflict', `the incident "${id}" is recorded already`, {
      field: 'id',
      hint: `say that it is over with: deploy-ledger resolve-incident ${id}`,
    });
  }
  const openedMs = timeOr(claim.openedAt, 'openedAt', context);
  const resolvedMs = claim.resolvedAt === undefined ? undefined : timeOr(claim.resolvedAt, 'resolvedAt', context);
  if (resolvedMs !== undefined && resolvedMs < openedMs) {
    throw new LedgerError(
      'invalid',
      `the incident was resolved (${instant(resolvedMs)}) before it was opened (${instant(openedMs)})`,
      { field: 'resolvedAt', hint: 'check the two times and their zones' },
    );
  }
  const name = claim.environment ?? 'production';
  const environment = enterEnvironment(name, known, context);
  const drafts = [...environment.drafts, opening(id, name, claim, openedMs, context)];
  if (claim.causedBy !== undefined)
    drafts.push(attribution({ incident: id, deployment: claim.causedBy }, openedMs, known, context));
  if (resolvedMs !== undefined) drafts.push(resolution(id, resolvedMs, context));
  return { id, drafts, warnings: environment.warnings };
}

export function decideIncidentResolution(claim: IncidentResolutionClaim, known: Known, context: Context): Decision {
  mustKnowIncident(claim.incident, known);
  const drafts = [resolution(claim.incident, timeOr(claim.at, 'at', context), context)];
  return { id: claim.incident, drafts, warnings: [] };
}

export function decideIncidentAttribution(claim: IncidentAttributionClaim, known: Known, context: Context): Decision {
  mustKnowIncident(claim.incident, known);
  const drafts = [attribution(claim, timeOr(claim.at, 'at', context), known, context)];
  return { id: claim.incident, drafts, warnings: [] };
}

function opening(id: string, environment: string, claim: IncidentClaim, atMs: number, context: Context): Draft {
  const secrets = new Secrets();
  const data = {
    environment,
    incident: id,
    service: claim.service,
    severity: claim.severity ?? 'medium',
    title: secrets.text('/data/title', claim.title),
  };
  return { fact: { data, ...envelope(atMs, context), type: 'incident.opened', v: 1 }, secrets: secrets.list };
}

type Attribution = Pick<IncidentAttributionClaim, 'incident' | 'deployment' | 'initiator'>;

function attribution(claim: Attribution, atMs: number, known: Known, context: Context): Draft {
  if (claim.deployment !== undefined && known.deployment(claim.deployment) === undefined) {
    throw new LedgerError('not-found', `no deployment "${claim.deployment}" is recorded`, {
      field: 'causedBy',
      hint: 'see the latest with: deploy-ledger list-deployments',
    });
  }
  const secrets = new Secrets();
  const initiator = secrets.person('/data/initiator', claim.initiator);
  const data = { deployment: claim.deployment ?? noDeployment, incident: claim.incident, initiator };
  return { fact: { data, ...envelope(atMs, context), type: 'incident.attributed', v: 1 }, secrets: secrets.list };
}

function resolution(incident: string, atMs: number, context: Context): Draft {
  return { fact: { data: { incident }, ...envelope(atMs, context), type: 'incident.resolved', v: 1 }, secrets: [] };
}

function envelope(atMs: number, context: Context) {
  return { occurredAt: instant(atMs), recordedAt: instant(context.nowMs), source: context.source };
}

function timeOr(time: string | number | undefined, field: string, context: Context): number {
  return time === undefined ? context.nowMs : parseTime(time, context.nowMs, field);
}

function mustKnowIncident(id: string, known: Known): void {
  if (known.incident(id)) return;
  throw new LedgerError('not-found', `no incident "${id}" is recorded`, {
    field: 'incident',
    hint: 'see those that are known with: deploy-ledger list-incidents',
  });
}
