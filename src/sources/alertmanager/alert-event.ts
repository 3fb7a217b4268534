import * as v from 'valibot';
import type { ClaimInput } from '../../domain/claims/claim.ts';
import { payload } from '../payload.ts';
import { type MappedRules, mappedRuleFor } from '../webhooks/generic/mapped-rules.ts';
import { severityNamed } from '../webhooks/incident-severity.ts';
import type { WebhookEvent } from '../webhooks/webhook-source.ts';

const alert = v.object({
  status: v.string(),
  labels: v.record(v.string(), v.string()),
  annotations: v.optional(v.record(v.string(), v.string()), {}),
  startsAt: v.string(),
  endsAt: v.nullish(v.string()),
  fingerprint: v.string(),
});

/** Traits of an alert by which rules may choose. */
export const alertTraits = ['alertname', 'service', 'environment', 'severity', 'namespace', 'job'] as const;

/**
 * What an alert says: that an incident began, and when it is resolved that it is over; either comes again and again. An alert that
 * stops and fires again is another incident: its fingerprint is the same, its start is not.
 */
export function alertEvent(value: unknown, rules: MappedRules): WebhookEvent {
  const { status, labels, annotations, startsAt, endsAt, fingerprint } = payload(
    alert,
    value,
    'an alert of Alertmanager',
  );
  const { alertname = fingerprint, severity } = labels;
  const event = `${alertname} ${status}`;
  const rule = mappedRuleFor(rules, Object.fromEntries(alertTraits.map((trait) => [trait, labels[trait]])));
  if (rule?.ignore) return { event, ignored: `a rule leaves out the alert ${alertname}` };
  const service = rule?.service ?? labels['service'];
  if (service === undefined) {
    return { event, ignored: 'it has no label "service", and no rule of sources.alertmanager.rules gives it one' };
  }
  const id = `alertmanager:${fingerprint}:${startsAt}`;
  const environment = rule?.environment ?? labels['environment'] ?? labels['env'];
  const level = severityNamed(severity);
  const opened: ClaimInput = {
    type: 'incident',
    id,
    idempotencyKey: id,
    service,
    openedAt: startsAt,
    title: annotations['summary'] ?? alertname,
    ...(environment === undefined ? {} : { environment }),
    ...(level === undefined ? {} : { severity: level }),
  };
  if (status !== 'resolved') return { event, claims: [opened] };
  const over = { type: 'incident-resolution', incident: id, idempotencyKey: `${id}/resolved` } as const;
  return { event, claims: [opened, endsAt ? { ...over, at: endsAt } : over] };
}
