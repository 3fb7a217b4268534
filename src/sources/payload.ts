import * as v from 'valibot';
import { LedgerError } from '../domain/errors.ts';

/**
 * Checks that another program's object has the shape that its documentation promises.
 * @throws LedgerError `invalid`, naming the first field that has not.
 */
export function payload<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  what: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? '';
  if (issue.input === undefined || issue.input === null) {
    throw new LedgerError('invalid', `${what} has a field "${field}", and this has none`, { field });
  }
  const found = JSON.stringify(issue.input).slice(0, 80);
  throw new LedgerError('invalid', `${found} is not what ${what} has for ${field}`, { field });
}
