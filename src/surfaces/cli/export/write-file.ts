import { open, rename, rm } from 'node:fs/promises';
import { LedgerError } from '../../../domain/errors.ts';

/**
 * Writes a file as a whole or not at all: what was there before stays until the new one is complete and on the disk.
 * @throws LedgerError `storage` when it cannot be written; what the source of the pieces throws goes through.
 */
export async function writeFileWhole(path: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void> {
  const part = `${path}.${process.pid}.part`;
  try {
    const file = await inStorage(path, () => open(part, 'w'));
    try {
      for await (const piece of pieces) await inStorage(path, () => file.writeFile(piece));
      await inStorage(path, () => file.sync());
    } finally {
      await file.close();
    }
    await inStorage(path, () => rename(part, path));
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}

/** Makes errors of the file system say what could not be written. */
export async function inStorage<Result>(path: string, act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (cause) {
    throw new LedgerError('storage', `cannot write ${path}: ${cause instanceof Error ? cause.message : cause}`, {
      hint: 'choose another place with --output',
      cause,
    });
  }
}
