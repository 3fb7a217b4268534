import { peek } from '../peek.ts';
import { longestRecordChars } from '../text-chunks.ts';

const delimiters = [',', ';', '\t', '|'];

/** The first line of a text that is not blank, and all of it again. */
export async function peekFirstLine(texts: AsyncIterable<string>): Promise<[string, AsyncGenerator<string>]> {
  const [head, all] = await peek(texts, (read) => {
    const text = withoutBlankLines(read);
    return /[\r\n]/.test(text) || text.length > longestRecordChars;
  });
  return [withoutBlankLines(head).split(/[\r\n]/, 1)[0] ?? '', all];
}

function withoutBlankLines(pieces: readonly string[]): string {
  return pieces.join('').replace(/^[\r\n]+/, '');
}

/** What separates the columns of a header: whichever of `,` `;` tab `|` it has most of outside of quotes; `,` when none. */
export function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
