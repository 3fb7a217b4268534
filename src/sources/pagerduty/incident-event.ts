import * as v from 'valibot';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import { payload } from '../payload.ts';
import { type MappedRules, mappedRuleFor } from '../webhooks/generic/mapped-rules.ts';
import { severityNamed } from '../webhooks/incident-severity.ts';
import type { WebhookEvent } from '../webhooks/webhook-source.ts';

const told = v.object({
  event: v.object({ event_type: v.string(), occurred_at: v.nullish(v.string()), data: v.unknown() }),
});
const incident = v.object({
  id: v.string(),
  title: v.nullish(v.string()),
  created_at: v.string(),
  service: v.object({ summary: v.string() }),
  priority: v.nullish(v.object({ summary: v.nullish(v.string()) })),
  urgency: v.nullish(v.string()),
});

export const incidentTraits = ['pagerduty-service', 'urgency', 'priority'] as const;

/**
 * What a webhook says of an incident. Whichever word comes first opens it, since the first may have been lost; every later one only
 * repeats that, and the last that it is over.
 */
export function incidentEvent(value: unknown, rules: MappedRules): WebhookEvent {
  const { event } = payload(told, value, 'a webhook of PagerDuty');
  const type = event.event_type;
  if (
    !type.startsWith('incident.') ||
    /^incident\.(annotated|conference|responder|status_update|custom|workflow)/.test(type)
  ) {
    return { event: type, ignored: `${type} says nothing of when an incident begins or ends` };
  }
  const said = payload(incident, event.data, 'an incident of PagerDuty');
  const { summary } = said.service;
  const priority = said.priority?.summary ?? undefined;
  const traits = { 'pagerduty-service': summary, urgency: said.urgency ?? undefined, priority };
  const rule = mappedRuleFor(rules, traits);
  if (rule?.ignore) return { event: type, ignored: `a rule leaves out incidents of ${summary}` };
  const id = `pagerduty:${said.id}`;
  const severity = severityNamed(priority) ?? severityNamed(said.urgency);
  const opened: ClaimInput = {
    type: 'incident',
    id,
    idempotencyKey: id,
    service: rule?.service ?? summary,
    openedAt: said.created_at,
    ...(said.title ? { title: said.title } : {}),
    ...(rule?.environment === undefined ? {} : { environment: rule.environment }),
    ...(severity === undefined ? {} : { severity }),
  };
  if (type !== 'incident.resolved') return { event: type, claims: [opened] };
  const at = event.occurred_at ? { at: event.occurred_at } : {};
  return {
    event: type,
    claims: [opened, { type: 'incident-resolution', incident: id, idempotencyKey: `${id}/resolved`, ...at }],
  };
}
