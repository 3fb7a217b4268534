import { peek } from '../peek.ts';

const delimiters = [',', ';', '\t', '|'];

/** The first line of a text, and all of it again. */
export async function peekFirstLine(texts: AsyncIterable<string>): Promise<[string, AsyncGenerator<string>]> {
  const [head, all] = await peek(texts, (read) => /[\r\n]/.test(read.at(-1) ?? ''));
  return [head.join('').split(/[\r\n]/, 1)[0] ?? '', all];
}

/** What separates the columns of a header: whichever of `,` `;` tab `|` it has most of outside of quotes; `,` when none. */
export function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
