import type { ClaimInput } from '../../domain/claims/claim.ts';
import { cdEvent } from '../cdevents/cd-event.ts';
import { isCdEvent } from '../cdevents/event-types.ts';
import { claimTypeNamed } from '../claim-fields.ts';
import { standardWebhooks } from '../webhooks/schemes/standard-webhooks.ts';
import type { WebhookEvent, WebhookSource } from '../webhooks/webhook-source.ts';
import { type CloudEvent, cloudEventHeaders, readCloudEvents } from './cloud-events.ts';

/** CloudEvents whose data is a CDEvent, or one of the records that this program takes anywhere. */
export function cloudeventsSource(): WebhookSource {
  return {
    name: 'cloudevents',
    schemes: [standardWebhooks],
    takesTokens: true,
    reads: cloudEventHeaders,
    read: (request) => readCloudEvents(request).map(readEvent),
    example: {
      headers: { 'content-type': 'application/cloudevents+json' },
      body: {
        specversion: '1.0',
        id: 'A234-1234-1234',
        source: '/deployer/eu',
        type: 'example.shop.deployed',
        time: '2026-01-15T10:15:00Z',
        datacontenttype: 'application/json',
        data: { type: 'deployment', service: 'shop', version: '2.3.0', environment: 'production' },
      },
    },
  };
}

function readEvent({ type: event, id, source, time, data }: CloudEvent): WebhookEvent {
  if (isCdEvent(event)) return cdEvent(data);
  if (!isRecord(data))
    return { event, ignored: `an event of the type ${event} holds no record that this program knows` };
  const at =
    time && data.type === 'deployment' && !('finishedAt' in data) && !('status' in data) ? { finishedAt: time } : {};
  // Source and id together are what makes an event that one event, says the specification.
  return { event, claims: [{ idempotencyKey: `cloudevents:${source}/${id}`, ...at, ...data }] };
}

function isRecord(data: unknown): data is ClaimInput {
  if (typeof data !== 'object' || data === null || !('type' in data)) return false;
  return claimTypeNamed(String(data.type)) !== undefined;
}
