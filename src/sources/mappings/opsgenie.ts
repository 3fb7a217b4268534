import type { MappingInput } from '../webhooks/generic/mapping.ts';

const id = 'opsgenie:{alert.alertId}';

/**
 * Outgoing webhooks of Opsgenie (https://support.atlassian.com/opsgenie/docs/opsgenie-edge-connector-alert-action-data/): an alert is
 * an incident from its creation until it is closed. It cannot sign, but it can send a header: a deployer's token. The service is a
 * rule's, the alert's detail `service`, or its entity.
 */
export const opsgenie: MappingInput = {
  event: '{action} {alert.tinyId}',
  traits: {
    integration: '{integrationName}',
    entity: '{alert.entity}',
    priority: '{alert.priority}',
    alias: '{alert.alias}',
  },
  events: [
    {
      when: { action: 'Create' },
      claims: [
        {
          type: 'incident',
          id,
          idempotencyKey: id,
          service: { from: ['{rule.service}', '{alert.details.service}', '{alert.entity}'] },
          environment: { from: ['{rule.environment}', '{alert.details.environment}'] },
          severity: {
            from: '{alert.priority}',
            table: { P1: 'critical', P2: 'high', P3: 'medium', P4: 'low', P5: 'low' },
          },
          title: '{alert.message}',
          openedAt: '{alert.createdAt}',
        },
      ],
    },
    {
      when: { action: 'Close' },
      claims: [{ type: 'incident-resolution', incident: id, idempotencyKey: `${id}/closed` }],
    },
  ],
  example: {
    body: {
      source: { name: '', type: 'API' },
      alert: {
        alertId: '052652ac-5d1c-464a-812a-7dd18bbfba8c-1768471200000',
        message: 'Checkout answers with errors',
        tags: [],
        tinyId: '23',
        entity: 'shop',
        alias: 'shop-errors',
        createdAt: 1768471200000,
        updatedAt: 1768471200000000000,
        username: 'monitoring',
        priority: 'P1',
        details: { environment: 'production' },
      },
      action: 'Create',
      integrationId: '37c8f316-17c6-49d7-899b-9c7e540c048d',
      integrationName: 'Deploy Ledger',
    },
  },
};
