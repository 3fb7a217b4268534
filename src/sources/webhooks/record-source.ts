import type { ClaimInput } from '../../domain/claims/claim.ts';
import { asRecord } from '../json/translate-json.ts';
import { readJsonBody } from './read-json-body.ts';
import { standardWebhooks } from './schemes/standard-webhooks.ts';
import type { WebhookSource } from './webhook-source.ts';

/** A source whose requests hold the records that this program takes anywhere, one or a list of them. */
export const recordSource: WebhookSource = {
  name: 'generic',
  schemes: [standardWebhooks],
  takesTokens: true,
  reads: [],
  read(request) {
    const body = readJsonBody(request);
    return (Array.isArray(body) ? body : [body]).map((one) => {
      const record = asRecord(one);
      return { event: String(record['type']).slice(0, 200), claims: [record as ClaimInput] };
    });
  },
  example: {
    headers: {},
    body: {
      type: 'deployment',
      id: 'example-1',
      service: 'shop',
      version: '2.3.0',
      environment: 'production',
      finishedAt: '2026-01-15T10:15:00Z',
    },
  },
};
