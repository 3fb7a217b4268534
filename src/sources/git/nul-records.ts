/**
 * Splits output into records of `width` fields, each field ended by NUL, which neither names nor messages can hold; a line
 * break between two records, as git writes it, is dropped. A field is only valid until the next record is asked for.
 */
export async function* nulRecords(output: AsyncIterable<Uint8Array>, width: number): AsyncGenerator<Buffer[]> {
  let fields: Buffer[] = [];
  let pieces: Uint8Array[] = [];
  for await (const chunk of output) {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      fields.push(joined(pieces, chunk.subarray(start, end)));
      pieces = [];
      start = end + 1;
      if (fields.length < width) continue;
      yield withoutLineBreak(fields);
      fields = [];
    }
    if (start < chunk.length) pieces.push(chunk.subarray(start));
  }
}

/** The whole of a short output as text. */
export async function textOf(output: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of output) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function joined(pieces: readonly Uint8Array[], last: Uint8Array): Buffer {
  if (pieces.length > 0) return Buffer.concat([...pieces, last]);
  return Buffer.from(last.buffer, last.byteOffset, last.byteLength);
}

function withoutLineBreak([first = Buffer.alloc(0), ...others]: Buffer[]): Buffer[] {
  return [first[0] === 0x0a ? first.subarray(1) : first, ...others];
}
