import { createReadStream, statSync } from 'node:fs';
import { LedgerError } from '../../domain/errors.ts';

/** The bytes of a file as they come, and how far they are. */
export interface OpenedFile {
  readonly chunks: AsyncIterable<Uint8Array>;
  /** From 0 to 1; undefined for standard input, whose length nobody knows. */
  share(): number | undefined;
}

/**
 * Opens a file, or standard input for `-`.
 * @throws LedgerError `not-found` when there is no such file, `storage` when it cannot be read.
 */
export function openFile(path: string): OpenedFile {
  if (path === '-') return { chunks: process.stdin, share: () => undefined };
  const size = sizeOf(path);
  const stream = createReadStream(path);
  return { chunks: withClearErrors(path, stream), share: () => (size === 0 ? undefined : stream.bytesRead / size) };
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size;
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* withClearErrors(path: string, chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* chunks;
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, cause: unknown): unknown {
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  if (code === 'ENOENT') return new LedgerError('not-found', `there is no file ${path}`, { cause });
  if (code === 'EISDIR') return new LedgerError('invalid', `${path} is a folder, not a file`, { cause });
  return code === undefined ? cause : new LedgerError('storage', `cannot read ${path} (${code})`, { cause });
}

/** Reads a whole file, or standard input for `-`, as UTF-8. Throws as openFile does. */
export async function readText(path: string): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of openFile(path).chunks) pieces.push(piece);
  return Buffer.concat(pieces).toString('utf8');
}
