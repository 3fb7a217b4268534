import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Ledger } from '../../../app/ledger.ts';
import { inStorage, writeFileWhole } from './write-file.ts';

interface File {
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * Writes the log as a directory of C2SP tlog-tiles, which any web server can publish. The checkpoint comes last: until then
 * whoever reads the directory finds the log that was there before.
 */
export async function exportTiles(ledger: Ledger, directory: string): Promise<void> {
  const last: File[] = [];
  for await (const file of ledger.exportTiles()) {
    if (file.path === 'checkpoint') last.push(file);
    else await write(directory, file);
  }
  for (const file of last) await write(directory, file);
}

async function write(directory: string, { path, content }: File): Promise<void> {
  const place = join(directory, path);
  await inStorage(place, () => mkdir(dirname(place), { recursive: true }));
  await writeFileWhole(place, once(content));
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
