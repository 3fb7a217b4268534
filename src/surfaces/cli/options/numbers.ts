import { LedgerError } from '../../../domain/errors.ts';

/**
 * Reads a decimal number; whether it is in range is for the one who uses it to say. Undefined stays undefined.
 * @throws LedgerError `invalid`, naming the option.
 */
export function decimal(option: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[+-]?\d+(\.\d+)?$/.test(text.trim())) return Number(text);
  throw new LedgerError('invalid', `${option}: ${JSON.stringify(text)} is not a number`);
}

/**
 * Reads how many rows to show; undefined means all of them.
 * @throws LedgerError `invalid` unless it is a whole number from 1, or `all`.
 */
export function limit(text: string): number | undefined {
  if (text === 'all') return undefined;
  const count = /^\d{1,9}$/.test(text) ? Number(text) : 0;
  if (count > 0) return count;
  throw new LedgerError('invalid', `--limit: ${JSON.stringify(text)} is not a number of rows`, {
    hint: 'write a whole number from 1, or all',
  });
}
