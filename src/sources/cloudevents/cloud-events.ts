import * as v from 'valibot';
import { LedgerError } from '../../domain/errors.ts';
import { payload } from '../payload.ts';
import { readJsonBody } from '../webhooks/read-json-body.ts';
import type { WebhookRequest } from '../webhooks/webhook-source.ts';

const envelope = v.object({
  id: v.pipe(v.string(), v.nonEmpty()),
  source: v.pipe(v.string(), v.nonEmpty()),
  type: v.pipe(v.string(), v.nonEmpty()),
  specversion: v.string(),
  time: v.nullish(v.string()),
  data: v.optional(v.unknown()),
});
export type CloudEvent = v.InferOutput<typeof envelope>;

/** The headers that CloudEvents are read from. */
export const cloudEventHeaders = ['content-type', 'ce-id', 'ce-source', 'ce-type', 'ce-specversion', 'ce-time'];

/**
 * The events of a request in any of the three modes of the HTTP binding, structured, batched and binary
 * (https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/http-protocol-binding.md).
 * @throws LedgerError `invalid`.
 */
export function readCloudEvents(request: WebhookRequest): readonly CloudEvent[] {
  const body = readJsonBody(request);
  const { headers } = request;
  const all = Array.isArray(body) ? body : [headers['ce-id'] === undefined ? body : binary(headers, body)];
  return all.map((one) => {
    const event = payload(envelope, one, 'a CloudEvent');
    if (event.specversion.startsWith('1.')) return event;
    throw new LedgerError('invalid', `a CloudEvent of the version ${event.specversion} is not understood`, {
      field: 'specversion',
      hint: 'send version 1.0',
    });
  });
}

function binary(headers: WebhookRequest['headers'], data: unknown): unknown {
  const attributes = ['id', 'source', 'type', 'specversion', 'time'].map((name) => [name, headers[`ce-${name}`]]);
  return { ...Object.fromEntries(attributes), data };
}
