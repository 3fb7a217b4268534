import type { ClaimType } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import { cellValue } from '../cell-value.ts';
import { type Field, fieldNamed, requiredFieldsOf } from '../claim-fields.ts';
import { fillField } from '../fill-field.ts';
import type { Source } from './columns.ts';

/** Which cells and constants make which fields of one type of record, the surest names first. */
export interface RowPlan {
  /** Every field that rows may fill, without a value: records that start as a copy of it take a fraction of the memory. */
  readonly blank: Readonly<Record<string, unknown>>;
  readonly cells: readonly { readonly index: number; readonly field: Field }[];
  readonly constants: readonly { readonly field: Field; readonly value: unknown }[];
}

/**
 * Plans how rows become records of this type; columns and constants that it has no field for are left out.
 * @throws LedgerError `invalid` when two columns claim a field with equal right, or a constant is none that its field can hold.
 */
export function planRow(
  type: ClaimType,
  sources: readonly Source[],
  constant: Readonly<Record<string, string>>,
): RowPlan {
  const cells = sources
    .flatMap(({ name, index }) => withField(name, type).map((field) => ({ name, index, field })))
    .sort((a, b) => a.field.rank - b.field.rank);
  const twin = cells.find((a) => cells.some((b) => a !== b && a.name === b.name));
  if (twin !== undefined) {
    throw new LedgerError('invalid', `the file has more than one column "${twin.name}"`, {
      field: twin.name,
      hint: 'rename one of them, or say which columns to read with --map field=column',
    });
  }
  const constants = Object.entries(constant).flatMap(([name, text]) =>
    withField(name, type).map((field) => ({ field, value: cellValue(field, text) })),
  );
  const names = [...cells, ...constants].map(({ field }) => field.path[0]);
  const blank = Object.fromEntries(['type', ...names, 'strategy', 'idempotencyKey'].map((name) => [name, undefined]));
  return { blank, cells, constants };
}

function withField(name: string, type: ClaimType): Field[] {
  const field = fieldNamed(name, type);
  return field === undefined || field.path[0] === 'type' ? [] : [field];
}

/**
 * Refuses a plan that leaves a field empty without which every row would be refused.
 * @throws LedgerError `invalid`, naming the field and the columns that there are.
 */
export function checkComplete(type: ClaimType, plan: RowPlan, header: readonly string[]): void {
  const filled = new Set(['type', ...[...plan.cells, ...plan.constants].map(({ field }) => field.path[0])]);
  const missing = requiredFieldsOf(type).find((field) => !filled.has(field));
  if (missing === undefined) return;
  throw new LedgerError('invalid', `no column gives the ${missing} that each ${type} needs`, {
    field: missing,
    hint: `use --map ${missing}=COLUMN or --constant ${missing}=VALUE; columns: ${header.join(', ')}`,
  });
}

/**
 * Fills a record from one row. The first cell that says something about a field counts, a constant only after all cells.
 * @throws LedgerError `invalid` for a cell that its field cannot hold.
 */
export function fillRecord(record: Record<string, unknown>, row: readonly string[], plan: RowPlan): void {
  for (const { index, field } of plan.cells) {
    const text = row[index] ?? '';
    if (text.trim() !== '') fillField(record, field, () => cellValue(field, text));
  }
  for (const { field, value } of plan.constants) fillField(record, field, () => value);
}
