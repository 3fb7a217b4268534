import type { MappingInput } from '../webhooks/generic/mapping.ts';

const issue = 'sentry:issue:{data.issue.id}';
const alert = 'sentry:alert:{data.metric_alert.id}';

/**
 * Webhooks of a Sentry integration (https://docs.sentry.io/organization/integrations/integration-platform/webhooks/): a metric alert is
 * an incident; an issue, of which there are many, where a rule names its project.
 */
export const sentry: MappingInput = {
  signature: { scheme: 'hmac', header: 'sentry-hook-signature' },
  deliveryId: 'request-id',
  event: '{@sentry-hook-resource} {action}',
  traits: {
    resource: '{@sentry-hook-resource}',
    project: { from: ['{data.issue.project.slug}', '{data.metric_alert.projects.0}'] },
    level: '{data.issue.level}',
    action: '{action}',
  },
  events: [
    {
      when: { '@sentry-hook-resource': 'metric_alert', action: ['critical', 'warning'] },
      claims: [
        {
          type: 'incident',
          id: alert,
          idempotencyKey: alert,
          service: { from: ['{rule.service}', '{data.metric_alert.projects.0}'] },
          environment: { from: ['{rule.environment}', '{data.metric_alert.alert_rule.environment}'] },
          severity: { from: '{action}', table: { critical: 'critical', warning: 'medium' } },
          title: '{data.description_title}',
          openedAt: '{data.metric_alert.date_started}',
        },
      ],
    },
    {
      when: { '@sentry-hook-resource': 'metric_alert', action: 'resolved' },
      claims: [
        {
          type: 'incident-resolution',
          incident: alert,
          idempotencyKey: `${alert}/resolved`,
          at: '{data.metric_alert.date_closed}',
        },
      ],
    },
    {
      when: { '@sentry-hook-resource': 'issue', action: ['created', 'unresolved'] },
      byRule: true,
      claims: [
        {
          type: 'incident',
          id: issue,
          idempotencyKey: issue,
          service: { from: ['{rule.service}', '{data.issue.project.slug}'] },
          environment: '{rule.environment}',
          severity: {
            from: '{data.issue.level}',
            table: { fatal: 'critical', error: 'high', warning: 'medium', info: 'low', debug: 'low' },
          },
          title: '{data.issue.title}',
          openedAt: '{data.issue.firstSeen}',
        },
      ],
    },
    {
      when: { '@sentry-hook-resource': 'issue', action: 'resolved' },
      byRule: true,
      claims: [{ type: 'incident-resolution', incident: issue, idempotencyKey: `${issue}/resolved` }],
    },
  ],
  example: {
    headers: { 'sentry-hook-resource': 'metric_alert' },
    body: {
      action: 'critical',
      data: {
        metric_alert: {
          id: '7',
          identifier: '1',
          title: 'Too many errors',
          projects: ['shop'],
          date_started: '2026-01-15T10:00:00Z',
          date_closed: null,
          status: 20,
          alert_rule: { id: '7', name: 'Too many errors', environment: 'production' },
        },
        description_title: 'Critical: Too many errors',
      },
      installation: { uuid: 'a8e5d37a-696c-4c54-adb5-b3f28d64c7de' },
      actor: { type: 'application', id: 'sentry', name: 'Sentry' },
    },
  },
};
