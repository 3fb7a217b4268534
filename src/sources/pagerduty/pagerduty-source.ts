import { parseMappedRules } from '../webhooks/generic/mapped-rules.ts';
import { readJsonBody } from '../webhooks/read-json-body.ts';
import { hmacOfBody } from '../webhooks/schemes/hmac-of-body.ts';
import type { SourceSettings } from '../webhooks/source-settings.ts';
import type { WebhookSource } from '../webhooks/webhook-source.ts';
import { incidentEvent, incidentTraits } from './incident-event.ts';

/**
 * Webhooks of PagerDuty, version 3 (https://developer.pagerduty.com/docs/webhooks-overview).
 * @throws LedgerError `invalid` for rules that are none.
 */
export function pagerdutySource({ rules: given }: SourceSettings): WebhookSource {
  const rules = parseMappedRules(given, 'sources.pagerduty.rules', incidentTraits);
  return {
    name: 'pagerduty',
    schemes: [hmacOfBody('x-pagerduty-signature', 'v1=')],
    takesTokens: false,
    reads: [],
    read: (request) => [incidentEvent(readJsonBody(request), rules)],
    example: {
      headers: {},
      body: {
        event: {
          id: '5ac64822-4adc-4fda-ade0-410becf0de4f',
          event_type: 'incident.triggered',
          resource_type: 'incident',
          occurred_at: '2026-01-15T10:30:22.169Z',
          agent: { id: 'PLH1HKV', type: 'user_reference' },
          data: {
            id: 'PGR0VU2',
            type: 'incident',
            number: 2,
            status: 'triggered',
            created_at: '2026-01-15T10:30:22Z',
            title: 'Checkout answers with errors',
            service: { id: 'PF9KMXH', summary: 'shop', type: 'service_reference' },
            priority: { id: 'PSO75BM', summary: 'P1', type: 'priority_reference' },
            urgency: 'high',
          },
        },
      },
    },
  };
}
