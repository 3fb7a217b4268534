import * as v from 'valibot';
import type { VerifyReport } from '../../../../app/views.ts';
import { integer } from './integer.ts';

const fields = v.record(v.string(), v.unknown());
const frame = { from: v.string(), to: v.string(), tz: v.string(), warnings: v.array(v.string()) };
const ids = v.array(v.string());

const metric = v.looseObject({
  value: v.nullable(v.number()),
  unit: v.string(),
  formula: v.string(),
  reason: v.optional(v.pipe(v.string(), v.description('Why there is no value'))),
  numerator: v.optional(v.number()),
  denominator: v.optional(v.number()),
  band: v.optional(v.string()),
  explain: v.optional(v.strictObject({ numerator: ids, denominator: ids })),
  previous: v.optional(v.nullable(v.number())),
});

export const metricsShape = v.strictObject({
  profile: v.string(),
  profileVersion: integer,
  source: v.string(),
  ...frame,
  groups: v.array(v.strictObject({ by: v.record(v.string(), v.string()), metrics: v.record(v.string(), metric) })),
  excluded: v.record(v.string(), v.number()),
  against: v.optional(
    v.strictObject({ profile: v.string(), profileVersion: v.number(), differences: v.array(fields) }),
  ),
});

export const healthShape = v.strictObject({
  healthVersion: integer,
  ...frame,
  service: v.nullable(v.string()),
  environments: v.array(v.string()),
  medianScore: v.nullable(v.number()),
  services: v.array(v.looseObject({ service: v.string(), score: v.nullable(v.number()) })),
});

export const analysisShape = v.looseObject({
  type: v.string(),
  ...frame,
  service: v.nullable(v.string()),
  environments: v.array(v.string()),
  lookedAt: v.record(v.string(), v.number()),
  rows: v.array(fields),
  reason: v.pipe(v.nullable(v.string()), v.description('Why there is no answer, where there is none')),
});

export const verifyShape = v.strictObject({
  ok: v.boolean(),
  size: integer,
  root: v.string(),
  checkpoint: v.nullable(v.string()),
  failures: v.array(v.strictObject({ index: v.nullable(integer), where: v.string(), why: v.string() })),
}) satisfies v.GenericSchema<unknown, VerifyReport>;
