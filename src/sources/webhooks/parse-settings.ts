import * as v from 'valibot';
import { refusal } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';

/**
 * Checks what a config file says of a source; `place` is where, such as `sources.github.rules`.
 * @throws LedgerError `invalid`, naming the place and the field.
 */
export function parseSettings<const Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
  place: string,
): v.InferOutput<Schema> {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  const { message, hint, field } = refusal(result.issues[0], []);
  throw new LedgerError('invalid', `${place}: ${message}`, { field: `${place}.${field ?? ''}`, hint });
}
