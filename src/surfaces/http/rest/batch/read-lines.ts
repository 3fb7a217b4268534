/** A line of a stream. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  /** Without the line feed; undefined for a line that was longer than allowed, of which nothing was kept. */
  readonly bytes: Uint8Array | undefined;
}

const lineFeed = 0x0a;

/** The lines of a stream as they arrive, of at most `mostBytes` each, holding no more than one of them. */
export async function* readLines(chunks: AsyncIterable<Uint8Array>, mostBytes: number): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = 0;
  const add = (part: Uint8Array) => {
    length += part.length;
    if (length > mostBytes) parts = [];
    else parts.push(part);
  };
  const take = (): Line => {
    number += 1;
    const bytes = length > mostBytes ? undefined : Buffer.concat(parts);
    [parts, length] = [[], 0];
    return { number, bytes };
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, start)) {
      add(chunk.subarray(start, end));
      start = end + 1;
      yield take();
    }
    add(chunk.subarray(start));
  }
  if (length > 0) yield take();
}
