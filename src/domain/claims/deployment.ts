import * as v from 'valibot';
import { kinds, reportableStatuses, serviceTypes } from '../vocabulary.ts';
import { count, id, name, oneOf, percentage, text, time } from './fields.ts';

const windowPattern = /^(?:[\w-]+ )?\d{1,2}:\d{2}\s*[-–]\s*\d{1,2}:\d{2}(?: [\w+:/-]+)?$/;
const window = v.pipe(
  name,
  v.check(
    (value) => windowPattern.test(value),
    (issue) => `"${issue.input}" is not a window; write 02:00-04:00 UTC, with a day before it if you like`,
  ),
);
const digest = v.pipe(
  name,
  v.check(
    (value) => /^[a-z0-9]+(?:[+._-][a-z0-9]+)*:[A-Za-z0-9=_-]+$/.test(value),
    (issue) => `"${issue.input}" is not a digest; write sha256:<hex>`,
  ),
);
export const sha = v.pipe(
  v.string(),
  v.check(
    (value) => /^[0-9a-f]{4,64}$/i.test(value),
    (issue) => `"${issue.input}" is not a commit id; write its hexadecimal digits`,
  ),
  v.toLowerCase(),
);
const status = oneOf('status', reportableStatuses);

/** That a version of a service was, is being or will be deployed. */
export const deploymentClaim = v.strictObject({
  type: v.literal('deployment'),
  service: name,
  version: name,
  environment: name,
  strategy: v.optional(name),
  status: v.optional(status),
  startedAt: v.optional(time),
  finishedAt: v.optional(time),
  id: v.optional(id),
  idempotencyKey: v.optional(name),
  region: v.optional(name),
  cluster: v.optional(name),
  replicas: v.optional(count),
  kind: v.optional(oneOf('kind', kinds)),
  initiator: v.optional(text),
  parentId: v.optional(id),
  previousVersion: v.optional(name),
  planned: v.optional(v.boolean()),
  remediates: v.optional(v.array(id)),
  changeId: v.optional(name),
  approvedBy: v.optional(v.array(text)),
  artifact: v.optional(digest),
  commit: v.optional(sha),
  commits: v.optional(v.array(v.strictObject({ sha, committedAt: time }))),
  progress: v.optional(v.record(v.string(), v.unknown())),
  window: v.optional(window),
  downtimeExpected: v.optional(v.boolean()),
  message: v.optional(text),
  metadata: v.optional(v.record(v.string(), v.unknown())),
  serviceType: v.optional(oneOf('service type', serviceTypes)),
});

/** A word about a deployment that is under way or over. */
export const statusClaim = v.strictObject({
  type: v.literal('deployment-status'),
  deployment: id,
  status: v.optional(status),
  at: v.optional(time),
  message: v.optional(text),
  percentage: v.optional(percentage),
  stage: v.optional(name),
  progress: v.optional(v.record(v.string(), v.unknown())),
  idempotencyKey: v.optional(name),
});

/** What of a deployment a correction may change, each as it would have been claimed. */
export const correctable = v.partial(
  v.omit(deploymentClaim, ['type', 'id', 'idempotencyKey', 'commits', 'serviceType']),
);

/** That an earlier claim about a deployment was wrong. */
export const correctionClaim = v.strictObject({
  type: v.literal('correction'),
  deployment: id,
  set: correctable,
  reason: text,
  at: v.optional(time),
  idempotencyKey: v.optional(name),
});
