import * as v from 'valibot';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import { payload } from '../payload.ts';
import type { WebhookEvent } from '../webhooks/webhook-source.ts';
import { artifactOf } from './artifact.ts';
import { type CdEventType, cdEventType } from './event-types.ts';

const reference = v.nullish(v.object({ id: v.string() }));
const shape = v.object({
  context: v.object({ id: v.string(), source: v.string(), type: v.string(), timestamp: v.string() }),
  subject: v.object({
    id: v.string(),
    source: v.nullish(v.string()),
    content: v.optional(
      v.object({
        environment: reference,
        service: reference,
        artifactId: v.nullish(v.string()),
        description: v.nullish(v.string()),
        name: v.nullish(v.string()),
      }),
      {},
    ),
  }),
});
type CdEvent = v.InferOutput<typeof shape>;

/** What a CDEvent says. @throws LedgerError `invalid` for what is none. */
export function cdEvent(value: unknown): WebhookEvent {
  const said = payload(shape, value, 'a CDEvent');
  const event = said.context.type;
  const type = cdEventType(event);
  if (type === undefined) return { event, ignored: `a CDEvent of the type ${event} says nothing about deployments` };
  const claims = claimsOf(type, said);
  return typeof claims === 'string' ? { event, ignored: claims } : { event, claims: [claims] };
}

function claimsOf(type: CdEventType, said: CdEvent): ClaimInput | string {
  const { context, subject } = said;
  // A source gives an id to one event only, whichever way it comes.
  const idempotencyKey = `cdevents:${context.source}/${context.id}`;
  switch (type) {
    case 'service.deployed':
    case 'service.upgraded':
    case 'service.rolledback':
      return deployment(said, type, idempotencyKey);
    case 'service.removed': {
      const environment = subject.content.environment?.id;
      if (environment === undefined) return 'it does not say from which environment';
      return { type: 'removal', service: subject.id, environment, at: context.timestamp, idempotencyKey };
    }
    case 'service.published':
      return 'that a service is published says that it can be reached, not that anything was deployed';
    case 'environment.created':
    case 'environment.modified':
      return { type: 'environment', name: subject.content.name || subject.id, at: context.timestamp, idempotencyKey };
    case 'environment.deleted':
      return 'what is recorded of an environment outlives it';
    case 'incident.detected':
    case 'incident.reported':
      return incident(said);
    case 'incident.resolved': {
      const id = incidentId(said);
      return { type: 'incident-resolution', incident: id, at: context.timestamp, idempotencyKey: `${id}/resolved` };
    }
  }
}

function deployment({ context, subject }: CdEvent, type: CdEventType, idempotencyKey: string): ClaimInput | string {
  const { environment, artifactId } = subject.content;
  if (!environment || !artifactId) return 'it does not say which artifact was deployed, or where';
  const { version, digest } = artifactOf(artifactId);
  return {
    type: 'deployment',
    service: subject.id,
    version,
    environment: environment.id,
    status: 'success',
    finishedAt: context.timestamp,
    idempotencyKey,
    ...(digest === undefined ? {} : { artifact: digest }),
    // It says to which artifact the service went back, not from which: so it is a change that nobody planned.
    ...(type === 'service.rolledback' ? { planned: false, message: 'rolled back' } : {}),
  };
}

/** Detected and reported, an incident is one. */
function incident(said: CdEvent): ClaimInput | string {
  const { context, subject } = said;
  const { service, environment, description } = subject.content;
  if (!service) return 'it does not say which service has the incident';
  const id = incidentId(said);
  return {
    type: 'incident',
    id,
    idempotencyKey: id,
    service: service.id,
    openedAt: context.timestamp,
    ...(environment ? { environment: environment.id } : {}),
    ...(description ? { title: description } : {}),
  };
}

function incidentId({ context, subject }: CdEvent): string {
  return `cdevents:${subject.source || context.source}:${subject.id}`.slice(0, 256);
}
