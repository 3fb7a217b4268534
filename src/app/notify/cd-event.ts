import type { ReadStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';
import type { PublishedFact } from '../publish/published-fact.ts';
import { type CdEventType, cdEventsVersion, cdEventTypes } from './cd-event-types.ts';
import { type CloudEvent, sourceOf } from './cloud-event.ts';

type Rows = Pick<ReadStore, 'deployment' | 'environments'>;

interface Event {
  readonly type: CdEventType;
  readonly subject: { readonly id: string; readonly type: string; readonly content: Readonly<Record<string, unknown>> };
}

/**
 * A fact in the words of CDEvents, in a CloudEvent (https://github.com/cdevents/spec/blob/v0.4.1/cloudevents-binding.md); undefined for
 * one that CDEvents has no word for.
 */
export async function cdEventOf(fact: PublishedFact, origin: string, rows: Rows): Promise<CloudEvent | undefined> {
  const event = await eventOf(fact, rows);
  if (event === undefined) return undefined;
  const [id, source, time] = [String(fact.index), sourceOf(origin), fact.occurredAt];
  return {
    specversion: '1.0',
    id,
    source,
    type: event.type,
    subject: event.subject.id,
    time,
    datacontenttype: 'application/json',
    data: {
      context: { version: cdEventsVersion, id, source, type: event.type, timestamp: time },
      subject: { ...event.subject, source },
      customData: fact,
      customDataContentType: 'application/json',
    },
  };
}

async function eventOf(fact: PublishedFact, rows: Rows): Promise<Event | undefined> {
  const { type, service, environment, data } = fact;
  switch (type) {
    case 'deployment.recorded':
    case 'deployment.finished':
      return data['status'] === 'success' ? ofDeployment(fact, rows) : undefined;
    case 'rollback.recorded':
      return ofService(cdEventTypes.serviceRolledBack, fact, purlOf(service, data['toVersion']));
    case 'service.removed':
      return ofService(cdEventTypes.serviceRemoved, fact, undefined);
    case 'environment.registered':
      return ofEnvironment(fact, rows);
    case 'incident.opened':
    case 'incident.resolved':
      return {
        type: type === 'incident.opened' ? cdEventTypes.incidentDetected : cdEventTypes.incidentResolved,
        subject: {
          id: String(data['incident']),
          type: 'incident',
          content: { environment: { id: environment }, service: { id: service } },
        },
      };
    default:
      return undefined;
  }
}

/** What is known of the deployment by then: a report of its end names it by its id only. */
async function ofDeployment(fact: PublishedFact, rows: Rows): Promise<Event | undefined> {
  const row = await rows.deployment(String(fact.data['deployment']), { knownAt: fact.index + 1 });
  if (row === undefined) return undefined;
  const type = row.previousVersion === null ? cdEventTypes.serviceDeployed : cdEventTypes.serviceUpgraded;
  return ofService(type, fact, artifactOf(row));
}

function ofService(type: CdEventType, { service, environment }: PublishedFact, artifactId: string | undefined): Event {
  const content = { environment: { id: environment }, ...(artifactId && { artifactId }) };
  return { type, subject: { id: String(service), type: 'service', content } };
}

async function ofEnvironment({ environment, index }: PublishedFact, rows: Rows): Promise<Event> {
  const before = await rows.environments({ knownAt: index });
  const isKnown = before.some(({ name }) => name === environment);
  return {
    type: isKnown ? cdEventTypes.environmentModified : cdEventTypes.environmentCreated,
    subject: { id: String(environment), type: 'environment', content: { name: environment } },
  };
}

/** The package URL of what runs: of the image where its digest is known. */
function artifactOf({ service, version, artifact }: DeploymentRow): string {
  if (artifact === null) return purlOf(service, version);
  return artifact.startsWith('pkg:')
    ? artifact
    : `pkg:oci/${encodeURIComponent(service)}@${encodeURIComponent(artifact)}`;
}

function purlOf(service: string | null, version: unknown): string {
  return `pkg:generic/${encodeURIComponent(String(service))}@${encodeURIComponent(String(version))}`;
}
