const delimiters = [',', ';', '\t', '|'];

/** The first line of a text, as far as chunks make it up, and the whole text again. */
export async function peekFirstLine(texts: AsyncIterable<string>): Promise<[string, AsyncGenerator<string>]> {
  const iterator = texts[Symbol.asyncIterator]();
  let head = '';
  while (!/[\r\n]/.test(head)) {
    const next = await iterator.next();
    if (next.done === true) break;
    head += next.value;
  }
  return [head.split(/[\r\n]/, 1)[0] ?? '', resume(head, iterator)];
}

async function* resume(head: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}

/** What separates the columns of a header: whichever of `,` `;` tab `|` it has most of outside of quotes; `,` when none. */
export function delimiterOf(header: string): string {
  const bare = header.replaceAll(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
