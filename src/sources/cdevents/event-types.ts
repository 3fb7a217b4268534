/**
 * The subjects and predicates of CDEvents that say something about deployments and incidents, in every released version of the
 * specification (0.1 to 0.4; https://cdevents.dev): what is read of them is the same in all. Incidents came with 0.3.
 */
export const cdEventTypes = [
  'service.deployed',
  'service.upgraded',
  'service.rolledback',
  'service.removed',
  'service.published',
  'environment.created',
  'environment.modified',
  'environment.deleted',
  'incident.detected',
  'incident.reported',
  'incident.resolved',
] as const;
export type CdEventType = (typeof cdEventTypes)[number];

const prefix = 'dev.cdevents.';
const version = /\.\d+\.\d+\.\d+$/;

/** Whether a type is that of a CDEvent, known or not. */
export function isCdEvent(type: string): boolean {
  return type.startsWith(prefix);
}

/** What an event of this type is about; undefined for types of no interest, and for those of drafts. */
export function cdEventType(type: string): CdEventType | undefined {
  if (!isCdEvent(type) || !version.test(type)) return undefined;
  const name = type.slice(prefix.length).replace(version, '').toLowerCase();
  return cdEventTypes.find((known) => known === name);
}
