import * as v from 'valibot';
import type { RecordedView } from '../../../../app/views.ts';
import { integer } from './integer.ts';

/** The answer to everything that is recorded. */
export const recordedShape = v.strictObject({
  id: v.string(),
  index: integer,
  leafHash: v.string(),
  duplicate: v.boolean(),
  warnings: v.array(v.string()),
}) satisfies v.GenericSchema<unknown, RecordedView>;
