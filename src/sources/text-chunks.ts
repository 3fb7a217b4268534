import { Readable, type Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { LedgerError } from '../domain/errors.ts';
import { peek } from './peek.ts';

/** The longest single record that a reader holds in memory; the commits of a large deployment fit many times. */
export const longestRecordChars = 16 * 1024 * 1024;

/**
 * The text of a file, piece by piece: gzip is unpacked, a byte order mark is dropped. UTF-8, or UTF-16 where a mark says so,
 * which is what the shells and spreadsheets of Windows write.
 * @throws LedgerError `invalid` when the bytes are no such text or the gzip is damaged.
 */
export async function* textChunks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const [head, bytes] = await peekMark(chunks);
  if (head[0] === 0x1f && head[1] === 0x8b) yield* decode(gunzip(bytes));
  else yield* decode(bytes);
}

async function* decode(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const [head, bytes] = await peekMark(chunks);
  const decoder = new TextDecoder(encodingOf(head), { fatal: true });
  let line = 1;
  for await (const chunk of bytes) {
    const text = decoded(() => decoder.decode(chunk, { stream: true }), decoder.encoding, line);
    line += countLineEnds(text);
    if (text !== '') yield text;
  }
  const rest = decoded(() => decoder.decode(), decoder.encoding, line);
  if (rest !== '') yield rest;
}

function encodingOf(head: Uint8Array): string {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

function decoded(decode: () => string, encoding: string, line: number): string {
  try {
    return decode();
  } catch (cause) {
    throw new LedgerError(
      'invalid',
      `the file is not text in ${encoding.toUpperCase()}: see line ${line} or after it`,
      {
        hint: 'save it as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE',
        cause,
      },
    );
  }
}

/** How many lines a text ends: `\r\n`, `\n` and `\r` each end one. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count++;
  for (let at = text.indexOf('\r'); at !== -1; at = text.indexOf('\r', at + 1)) {
    if (text[at + 1] !== '\n') count++;
  }
  return count;
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(chunks);
  const unpacked: Transform = createGunzip();
  source.on('error', (error) => unpacked.destroy(error));
  try {
    yield* source.pipe(unpacked);
  } catch (cause) {
    if (!isZlibError(cause)) throw cause;
    throw new LedgerError('invalid', `the gzip file is damaged or cut short: ${cause.message}`, { cause });
  } finally {
    source.destroy();
  }
}

function isZlibError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');
}

/** The first two bytes, by which a format is known, and all chunks again. */
async function peekMark(chunks: AsyncIterable<Uint8Array>): Promise<[Uint8Array, AsyncGenerator<Uint8Array>]> {
  const [head, all] = await peek(chunks, (read) => read.reduce((sum, chunk) => sum + chunk.length, 0) >= 2);
  return [Buffer.concat(head), all];
}
