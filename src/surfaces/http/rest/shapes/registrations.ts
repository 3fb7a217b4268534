import * as v from 'valibot';
import type { EnvironmentView, ServiceView } from '../../../../app/views.ts';
import { serviceTypes, tiers } from '../../../../domain/vocabulary.ts';
import { integer } from './integer.ts';
import { runningShape } from './running.ts';

const text = v.nullable(v.string());

export const serviceShape = v.strictObject({
  name: v.string(),
  serviceType: v.nullable(v.picklist(serviceTypes)),
  dependsOn: v.array(v.string()),
  owners: v.array(v.string()),
  repository: text,
  healthCheck: text,
  tier: text,
  registered: v.pipe(v.boolean(), v.description('False while it is known from its deployments only')),
}) satisfies v.GenericSchema<unknown, ServiceView>;

export const serviceDetailShape = v.strictObject({ ...serviceShape.entries, running: v.array(runningShape) });

export const environmentShape = v.strictObject({
  name: v.string(),
  tier: v.picklist(tiers),
  order: v.pipe(integer, v.description('Place in the way of promotion, lowest first')),
  limitMs: v.pipe(integer, v.description('After so long without a word a deployment counts as abandoned')),
  registered: v.boolean(),
}) satisfies v.GenericSchema<unknown, EnvironmentView>;
