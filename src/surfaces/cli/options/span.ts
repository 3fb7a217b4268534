import { LedgerError } from '../../../domain/errors.ts';
import { parseSpanMs } from '../../../domain/instant.ts';

/**
 * Reads a length of time, such as `30m` or `2h`, in milliseconds; undefined stays undefined.
 * @throws LedgerError `invalid`, naming the option, unless it is a length of time above 0.
 */
export function span(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const ms = parseSpanMs(text);
  if (ms !== undefined && ms > 0) return ms;
  throw new LedgerError('invalid', `${option}: ${JSON.stringify(text)} is not a length of time`, {
    hint: 'write a number above 0 and its unit, such as 30m or 2h',
  });
}
