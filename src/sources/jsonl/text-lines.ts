import { LedgerError } from '../../domain/errors.ts';
import { longestRecordChars } from '../text-chunks.ts';

/**
 * The lines of a text without their ends, `\n` or `\r\n`.
 * @throws LedgerError `invalid` when one is too long to be a record, so that memory stays flat.
 */
export async function* textLines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let held = '';
  let line = 1;
  for await (const text of texts) {
    let from = 0;
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', from)) {
      yield withoutReturn(held + text.slice(from, end));
      held = '';
      line++;
      from = end + 1;
    }
    held += text.slice(from);
    if (held.length > longestRecordChars) {
      throw new LedgerError('invalid', `line ${line} is longer than ${longestRecordChars} characters`, {
        hint: 'if the file is one JSON array, import it as json',
      });
    }
  }
  if (held !== '') yield withoutReturn(held);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
