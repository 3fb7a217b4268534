import { cloudEventHeaders, readCloudEvents } from '../cloudevents/cloud-events.ts';
import { readJsonBody } from '../webhooks/read-json-body.ts';
import { standardWebhooks } from '../webhooks/schemes/standard-webhooks.ts';
import type { WebhookEvent, WebhookRequest, WebhookSource } from '../webhooks/webhook-source.ts';
import { cdEvent } from './cd-event.ts';

/** CDEvents (https://cdevents.dev), in any of the three modes of CloudEvents, or bare. */
export function cdeventsSource(): WebhookSource {
  return {
    name: 'cdevents',
    schemes: [standardWebhooks],
    takesTokens: true,
    reads: cloudEventHeaders,
    read: readEvents,
    example: {
      headers: {},
      body: {
        context: {
          version: '0.4.1',
          id: '271069a8-fc18-44f1-b38f-9d70a1695819',
          source: '/deployer/eu',
          type: 'dev.cdevents.service.deployed.0.2.0',
          timestamp: '2026-01-15T10:15:00Z',
        },
        subject: {
          id: 'shop',
          source: '/deployer/eu',
          type: 'service',
          content: {
            environment: { id: 'production' },
            artifactId:
              'pkg:oci/shop@sha256%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427?tag=2.3.0',
          },
        },
      },
    },
  };
}

function readEvents(request: WebhookRequest): readonly WebhookEvent[] {
  const isBinary = request.headers['ce-id'] !== undefined;
  const body = readJsonBody(request);
  const isBare = typeof body === 'object' && body !== null && 'context' in body;
  return isBare && !isBinary ? [cdEvent(body)] : readCloudEvents(request).map(({ data }) => cdEvent(data));
}
