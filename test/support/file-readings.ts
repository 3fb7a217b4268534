import type { ClaimInput } from '../../src/domain/claims/claim.ts';
import type { Reading } from '../../src/sources/reading.ts';

/** A file as it comes from a disk or a pipe: in pieces of `size` bytes that know nothing of lines or characters. */
export async function* inChunks(file: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const bytes = typeof file === 'string' ? Buffer.from(file) : file;
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

/** The claims of a file in which every record is in order. */
export async function claimsIn(readings: AsyncIterable<Reading>): Promise<ClaimInput[]> {
  return (await collect(readings)).map((reading) => {
    if ('error' in reading) throw reading.error;
    return reading.claim;
  });
}

/** Each reading in short: its line, with what is wrong there, if anything is. */
export async function outcomes(readings: AsyncIterable<Reading>): Promise<string[]> {
  const all = await collect(readings);
  return all.map((reading) => `${reading.line}${'error' in reading ? `: ${reading.error.message}` : ''}`);
}
