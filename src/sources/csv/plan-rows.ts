import type { ClaimType } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';
import { fieldNamed, fieldsOf } from '../claim-fields.ts';
import type { RawRecord } from '../row-identity.ts';
import { sourcesOf } from './columns.ts';
import { checkComplete, fillRecord, planRow, type RowPlan } from './row-plan.ts';
import { type RollbackTest, rowTypes } from './row-types.ts';

export interface CsvOptions {
  /**
   * Field → column, as in `{version: 'tag', 'metadata.team': 'squad'}`. When it maps anything, all other columns are ignored;
   * when it is absent, each column is taken for the field that its name means (field-synonyms.ts).
   */
  readonly map?: Readonly<Record<string, string>> | undefined;
  /** Field → value, for every row whose own cell is empty or not mapped. `type` makes rows another record than a deployment. */
  readonly constant?: Readonly<Record<string, string>> | undefined;
  /** Rows that went back, from their previousVersion to their version, when they finished. */
  readonly rollbackWhen?: RollbackTest | undefined;
}

/**
 * Decides, before any row is read, what the columns of a file mean. The result makes a record of a row, and throws LedgerError
 * `invalid` for a cell that its field cannot hold.
 * @throws LedgerError `invalid` when a column or field does not exist, or when nothing gives a field that every row needs.
 */
export function planRows(header: readonly string[], options: CsvOptions): (row: readonly string[]) => RawRecord {
  const { map = {}, constant = {}, rollbackWhen } = options;
  const sources = sourcesOf(header, map, rollbackWhen?.column);
  const types = rowTypes(header, sources, constant['type'] ?? 'deployment', rollbackWhen);
  for (const name of [...Object.keys(map), ...Object.keys(constant)]) checkField(name, types.possible);
  const plans = new Map<ClaimType, RowPlan>();
  for (const type of types.possible) {
    const reason = rollbackWhen && { reason: `rolled back (${rollbackWhen.column}=${rollbackWhen.value})` };
    const plan = planRow(type, sources, type === 'rollback' ? { ...reason, ...constant } : constant);
    if (!types.mixed) checkComplete(type, plan, header);
    plans.set(type, plan);
  }
  return (row) => {
    const { type, strategy } = types.of(row);
    const plan = plans.get(type);
    const record: Record<string, unknown> = { ...plan?.blank };
    record['type'] = type;
    if (strategy !== undefined) record['strategy'] = strategy;
    if (plan !== undefined) fillRecord(record, row, plan);
    return record;
  };
}

function checkField(name: string, types: readonly ClaimType[]): void {
  if (types.some((type) => fieldNamed(name, type) !== undefined)) return;
  const known = [...new Set(types.flatMap(fieldsOf))];
  throw new LedgerError('invalid', `there is no field "${name}" to fill${didYouMean(name, known)}`, {
    field: name,
    hint: `fields: ${known.join(', ')}, and parts of progress and metadata such as metadata.team`,
  });
}
