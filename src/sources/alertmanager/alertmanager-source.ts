import * as v from 'valibot';
import { payload } from '../payload.ts';
import { parseMappedRules } from '../webhooks/generic/mapped-rules.ts';
import { readJsonBody } from '../webhooks/read-json-body.ts';
import { standardWebhooks } from '../webhooks/schemes/standard-webhooks.ts';
import type { SourceSettings } from '../webhooks/source-settings.ts';
import type { WebhookSource } from '../webhooks/webhook-source.ts';
import { alertEvent, alertTraits } from './alert-event.ts';

const shape = v.object({ alerts: v.array(v.unknown()) });

/**
 * Webhooks of Prometheus's Alertmanager (https://prometheus.io/docs/alerting/latest/configuration/#webhook_config): every alert of a
 * group is an incident by itself.
 * @throws LedgerError `invalid` for rules that are none.
 */
export function alertmanagerSource({ rules: given }: SourceSettings): WebhookSource {
  const rules = parseMappedRules(given, 'sources.alertmanager.rules', alertTraits);
  return {
    name: 'alertmanager',
    schemes: [standardWebhooks],
    takesTokens: true,
    reads: [],
    read(request) {
      const { alerts } = payload(shape, readJsonBody(request), 'a webhook of Alertmanager');
      return alerts.map((alert) => alertEvent(alert, rules));
    },
    example: {
      headers: {},
      body: {
        version: '4',
        groupKey: '{}:{alertname="ManyErrors"}',
        status: 'firing',
        receiver: 'deploy-ledger',
        alerts: [
          {
            status: 'firing',
            labels: { alertname: 'ManyErrors', service: 'shop', environment: 'production', severity: 'critical' },
            annotations: { summary: 'Checkout answers with errors' },
            startsAt: '2026-01-15T10:30:00.000Z',
            endsAt: '0001-01-01T00:00:00Z',
            generatorURL: 'https://prometheus.example/graph',
            fingerprint: '9f2a1c4e7b3d5a60',
          },
        ],
      },
    },
  };
}
