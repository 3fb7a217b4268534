import { LedgerError } from '../../domain/errors.ts';
import type { Reading } from '../reading.ts';
import { readingsAt } from '../readings-at.ts';
import { type RawRecord, rowIdentities } from '../row-identity.ts';
import { textChunks } from '../text-chunks.ts';
import { csvRows } from './csv-rows.ts';
import { type CsvOptions, planRows } from './plan-rows.ts';

/**
 * Reads rows of CSV under a header line as claims. A reading's `line` is where its row starts in the file. Rows without any text
 * are skipped; a row with too few or too many cells, or with one that its field cannot hold, is an error and harms no other.
 * @throws LedgerError `invalid` when the file as a whole cannot be read, or its columns are not what the options say.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, options: CsvOptions = {}): AsyncGenerator<Reading> {
  const identify = rowIdentities();
  let recordOf: ((cells: readonly string[]) => RawRecord) | undefined;
  for await (const { line, cells, error } of csvRows(textChunks(chunks))) {
    if (error !== undefined) {
      yield { line, error };
      return;
    }
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (recordOf === undefined) recordOf = recordsUnder(cells, options);
    else {
      const read = recordOf;
      yield* readingsAt(line, () => [identify(read(cells))]);
    }
  }
  if (recordOf === undefined) throw new LedgerError('invalid', 'the file is empty: CSV starts with a header line');
}

function recordsUnder(cells: readonly string[], options: CsvOptions): (cells: readonly string[]) => RawRecord {
  const header = cells.map((name) => name.trim());
  const recordOf = planRows(header, options);
  return (row) => {
    if (row.length === header.length) return recordOf(row);
    throw new LedgerError('invalid', `the row has ${row.length} cells and the header ${header.length}`, {
      hint: 'quote a cell that holds the delimiter or a line break',
    });
  };
}
