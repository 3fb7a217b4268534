import { pipeline, Readable } from 'node:stream';
import { LedgerError } from '../../domain/errors.ts';
import { countLineEnds, longestRecordChars } from '../text-chunks.ts';
import { delimiterOf, peekFirstLine } from './first-line.ts';

/** A row and the line of the file where it starts, from 1; or the mistake there, after which nothing can be read. */
export type CsvRow =
  | { readonly line: number; readonly cells: readonly string[]; readonly error?: undefined }
  | { readonly line: number; readonly cells?: undefined; readonly error: LedgerError };

/**
 * The rows of CSV (RFC 4180), blank ones and the header included. The delimiter is found by the first line, lines end as they
 * like, and a quote that does not enclose a whole cell is kept as it is.
 */
export async function* csvRows(texts: AsyncIterable<string>): AsyncGenerator<CsvRow> {
  const { parse } = await import('csv-parse');
  const [firstLine, all] = await peekFirstLine(texts);
  // An error of the stream would take the rows with it that were parsed and not yet read, so its mistakes come apart from it.
  const mistakes: unknown[] = [];
  const parser = parse({
    delimiter: delimiterOf(firstLine),
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: longestRecordChars,
    skip_records_with_error: true,
    on_skip: (error): undefined => {
      mistakes.push(error);
    },
  });
  const source = Readable.from(takeWhile(all, () => mistakes.length === 0));
  // The loop meets every error of the pipeline; the callback only keeps Node from throwing it again.
  const rows: AsyncIterable<readonly string[]> = pipeline(source, parser, () => {});
  let line = 1;
  for await (const cells of rows) {
    yield { line, cells };
    line += cells.reduce((sum, cell) => sum + countLineEnds(cell), 1);
  }
  if (mistakes.length > 0) yield { line, error: neverEnds(mistakes[0]) };
}

async function* takeWhile<Item>(items: AsyncIterable<Item>, wanted: () => boolean): AsyncGenerator<Item> {
  for await (const item of items) {
    if (!wanted()) return;
    yield item;
  }
}

/** The only mistakes that the parser is told to find: a quote that is still open where the file, or any sane row, ends. */
function neverEnds(cause: unknown): LedgerError {
  return new LedgerError('invalid', 'the row does not end: a quote is opened in it and not closed', {
    hint: 'close the quote, or double it where it is part of the text; nothing after this line was read',
    cause,
  });
}
