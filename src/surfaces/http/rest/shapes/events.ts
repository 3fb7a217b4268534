import * as v from 'valibot';
import { deploymentShape } from './deployment.ts';
import { incidentShape } from './incident.ts';
import { integer } from './integer.ts';
import { environmentShape, serviceShape } from './registrations.ts';
import { rollbackShape } from './rollback.ts';
import { runningShape } from './running.ts';

const happened = { at: v.string(), id: v.string() };
const deployment = { type: v.literal('deployment'), deployment: deploymentShape };
const rollback = { type: v.literal('rollback'), rollback: rollbackShape };
const incident = { type: v.literal('incident'), incident: incidentShape };

export const timelineEntryShape = v.variant('type', [
  v.strictObject({ ...happened, ...deployment }),
  v.strictObject({ ...happened, ...rollback }),
  v.strictObject({ ...happened, ...incident }),
]);

const id = v.string();

const changedShape = v.variant('type', [
  v.strictObject({ id, ...deployment }),
  v.strictObject({ id, ...rollback }),
  v.strictObject({ id, ...incident }),
  v.strictObject({ id, type: v.literal('service'), service: serviceShape }),
  v.strictObject({ id, type: v.literal('environment'), environment: environmentShape }),
  v.strictObject({ id, type: v.literal('running'), running: v.array(runningShape) }),
  v.strictObject({ id, type: v.literal('erasure'), indexes: v.array(integer) }),
]);

export const changesShape = v.strictObject({
  items: v.array(changedShape),
  from: integer,
  to: integer,
  next: v.nullable(v.string()),
});
