import { pipeline, Readable } from 'node:stream';
import { LedgerError } from '../../domain/errors.ts';
import { countLineEnds, longestRecordChars } from '../text-chunks.ts';
import { delimiterOf, peekFirstLine } from './first-line.ts';

/** A row and the line of the file where it starts, from 1; or the mistake that ends the file there. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly error?: undefined }
  | { readonly line: number; readonly cells?: undefined; readonly error: LedgerError };

/**
 * The rows of CSV (RFC 4180), blank ones and the header included. The delimiter is found by the first line, lines end as they
 * like, and a quote that does not enclose a whole cell is kept as it is.
 */
export async function* csvRows(texts: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const { parse, CsvError } = await import('csv-parse');
  const [firstLine, all] = await peekFirstLine(texts);
  const parser = parse({
    delimiter: delimiterOf(firstLine),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecordChars,
  });
  // The loop below meets every error of the pipeline; its callback only keeps Node from throwing them again.
  const rows: AsyncIterable<readonly string[]> = pipeline(Readable.from(all), parser, () => {});
  let line = 1;
  try {
    for await (const cells of rows) {
      yield { line, cells };
      line += cells.reduce((sum, cell) => sum + countLineEnds(cell), 1);
    }
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    yield { line, error: unreadable(cause) };
  }
}

function unreadable(cause: Error): LedgerError {
  return new LedgerError('invalid', 'the row does not end: a quote is opened in it and not closed', {
    hint: 'close the quote, or double it where it is part of the text; nothing after this line was read',
    cause,
  });
}
