import type { PublishedFact } from '../publish/published-fact.ts';

/** A CloudEvent in JSON (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/formats/json-format.md). */
export interface CloudEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly time: string;
  readonly datacontenttype: string;
  readonly data: unknown;
}

export const cloudEventMediaType = 'application/cloudevents+json; charset=utf-8';

/** A fact as a CloudEvent of its own kind. @param opened sealed values by RFC 6901 pointer, for who may know them */
export function cloudEventOf(
  fact: PublishedFact,
  origin: string,
  opened: Readonly<Record<string, unknown>> | undefined,
): CloudEvent {
  return {
    specversion: '1.0',
    id: String(fact.index),
    source: sourceOf(origin),
    type: `deploy-ledger.${fact.type}.v1`,
    subject: subjectOf(fact),
    time: fact.occurredAt,
    datacontenttype: 'application/json',
    data: { ...fact, ...(opened && { opened }) },
  };
}

/** The log's name as a URI reference. */
export function sourceOf(origin: string): string {
  return encodeURI(origin);
}

/** The entity that a fact is about, such as `deployment/deploy-1705339200-4f9k2mq7xr`. */
function subjectOf({ type, data }: PublishedFact): string {
  const noun = type.slice(0, type.indexOf('.'));
  const id = data[noun];
  return typeof id === 'string' ? `${noun}/${id}` : noun;
}
