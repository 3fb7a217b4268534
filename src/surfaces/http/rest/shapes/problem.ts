import * as v from 'valibot';
import { errorCodes } from '../../../../domain/errors.ts';
import type { Problem } from '../../problem/problem.ts';
import { integer } from './integer.ts';

/** RFC 9457. */
export const problemShape = v.strictObject({
  type: v.string(),
  title: v.string(),
  status: integer,
  detail: v.string(),
  code: v.picklist(errorCodes),
  field: v.exactOptional(v.string()),
  hint: v.exactOptional(v.string()),
  requestId: v.string(),
}) satisfies v.GenericSchema<unknown, Problem>;
