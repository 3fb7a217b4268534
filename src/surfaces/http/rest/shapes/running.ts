import * as v from 'valibot';
import type { DifferenceView, RunningView } from '../../../../app/views.ts';

const text = v.nullable(v.string());

export const runningShape = v.strictObject({
  service: v.string(),
  environment: v.string(),
  region: text,
  version: v.string(),
  since: v.string(),
  deployment: text,
  health: v.pipe(
    v.picklist(['ok', 'partial', 'incident', 'unknown']),
    v.description('unknown: nobody recorded the deployment of what runs'),
  ),
}) satisfies v.GenericSchema<unknown, RunningView>;

export const differenceShape = v.strictObject({
  service: v.string(),
  region: text,
  a: text,
  b: text,
  change: v.picklist(['same', 'changed', 'only-a', 'only-b']),
}) satisfies v.GenericSchema<unknown, DifferenceView>;
