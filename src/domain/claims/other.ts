import * as v from 'valibot';
import { parseLimit } from '../environments.ts';
import { serviceTypes, severities, tiers, triggers } from '../vocabulary.ts';
import { count, id, name, oneOf, teamName, text, time } from './fields.ts';

/** That a service went back from one version to an earlier one. */
export const rollbackClaim = v.strictObject({
  type: v.literal('rollback'),
  id: v.optional(id),
  service: name,
  environment: v.optional(name),
  region: v.optional(name),
  fromVersion: name,
  toVersion: name,
  reason: v.pipe(
    text,
    v.check((value) => value.trim() !== '', 'is empty; say why it was rolled back'),
  ),
  reasonCode: v.optional(name),
  trigger: v.optional(oneOf('trigger', triggers)),
  at: v.optional(time),
  deployment: v.optional(id),
  carriedOutBy: v.optional(id),
  initiator: v.optional(text),
  impact: v.optional(v.array(text)),
  idempotencyKey: v.optional(name),
});

/** That a service no longer runs somewhere. */
export const removalClaim = v.strictObject({
  type: v.literal('removal'),
  service: name,
  environment: name,
  region: v.optional(name),
  at: v.optional(time),
  idempotencyKey: v.optional(name),
});

/** That something broke. */
export const incidentClaim = v.strictObject({
  type: v.literal('incident'),
  id: v.optional(id),
  service: name,
  environment: v.optional(name),
  openedAt: v.optional(time),
  resolvedAt: v.optional(time),
  severity: v.optional(oneOf('severity', severities)),
  title: v.optional(text),
  causedBy: v.optional(id),
  idempotencyKey: v.optional(name),
});

export const incidentResolutionClaim = v.strictObject({
  type: v.literal('incident-resolution'),
  incident: id,
  at: v.optional(time),
  idempotencyKey: v.optional(name),
});

/** A person's decision about which deployment an incident came from, or that it came from none. */
export const incidentAttributionClaim = v.pipe(
  v.strictObject({
    type: v.literal('incident-attribution'),
    incident: id,
    deployment: v.optional(id),
    noDeployment: v.optional(v.literal(true, 'is true, or left out when a deployment is named')),
    at: v.optional(time),
    initiator: v.optional(text),
    idempotencyKey: v.optional(name),
  }),
  v.forward(
    v.check(
      ({ deployment, noDeployment }) => (deployment === undefined) === (noDeployment === true),
      ({ input }) =>
        input.deployment === undefined
          ? 'name the deployment, or say that there was none'
          : 'either a deployment caused it or none did',
    ),
    ['deployment'],
  ),
);

export const serviceClaim = v.strictObject({
  type: v.literal('service'),
  name,
  serviceType: v.optional(oneOf('service type', serviceTypes)),
  dependsOn: v.optional(v.array(name)),
  owners: v.optional(v.array(teamName)),
  repository: v.optional(name),
  healthCheck: v.optional(name),
  tier: v.optional(name),
  at: v.optional(time),
  idempotencyKey: v.optional(name),
});

export const environmentClaim = v.strictObject({
  type: v.literal('environment'),
  name,
  tier: v.optional(oneOf('tier', tiers)),
  order: v.optional(count),
  limit: v.optional(
    v.pipe(
      name,
      v.check(
        (value) => parseLimit(value) !== undefined,
        (issue) => `"${issue.input}" is not a span of time; write 24h, 90m or 7d`,
      ),
    ),
  ),
  at: v.optional(time),
  idempotencyKey: v.optional(name),
});
