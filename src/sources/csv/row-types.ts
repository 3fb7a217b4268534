import type { ClaimType } from '../../domain/claims/claim.ts';
import { claimTypes } from '../claim-fields.ts';
import { type RecordType, recordTypeOf } from '../record-type.ts';
import { columnNamed, type Source } from './columns.ts';

/** Rows of which `column` holds `value` are rollbacks. */
export interface RollbackTest {
  readonly column: string;
  readonly value: string;
}

export interface RowTypes {
  /** Every type that a row may have. */
  readonly possible: readonly ClaimType[];
  /** Whether rows say of which type they are. */
  readonly mixed: boolean;
  /** @throws LedgerError `invalid` when the row names no known type. */
  of(row: readonly string[]): RecordType;
}

/**
 * How to tell what sort of record a row is: by the rollback test, by its own `type`, else by the usual one.
 * @throws LedgerError `invalid` when `usual` is no record type or the column of the test does not exist.
 */
export function rowTypes(
  header: readonly string[],
  sources: readonly Source[],
  usual: string,
  test: RollbackTest | undefined,
): RowTypes {
  const otherwise = recordTypeOf(usual);
  const typeColumn = sources.find(({ name }) => name.toLowerCase() === 'type')?.index;
  const testColumn = test === undefined ? -1 : columnNamed(header, test.column);
  const testValue = test?.value.trim();
  const rollback: readonly ClaimType[] = test === undefined ? [] : ['rollback'];
  return {
    possible: typeColumn === undefined ? [otherwise.type, ...rollback] : claimTypes,
    mixed: typeColumn !== undefined,
    of: (row) => {
      if (testValue !== undefined && row[testColumn]?.trim() === testValue) return { type: 'rollback' };
      const word = typeColumn === undefined ? '' : (row[typeColumn] ?? '').trim();
      return word === '' ? otherwise : recordTypeOf(word);
    },
  };
}
