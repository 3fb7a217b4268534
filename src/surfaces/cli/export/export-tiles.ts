import { join } from 'node:path';
import type { Ledger } from '../../../app/ledger.ts';
import { writeFileWhole } from './write-file.ts';

/**
 * Writes the log as a directory of C2SP tlog-tiles, which any web server can publish. The checkpoint comes last: until then
 * whoever reads the directory finds the log that was there before.
 */
export async function exportTiles(ledger: Ledger, directory: string): Promise<void> {
  const checkpoints: { path: string; content: Uint8Array }[] = [];
  for await (const file of ledger.exportTiles()) {
    if (file.path === 'checkpoint') checkpoints.push(file);
    else await writeFileWhole(join(directory, file.path), once(file.content));
  }
  for (const { path, content } of checkpoints) await writeFileWhole(join(directory, path), once(content));
}

async function* once(content: Uint8Array): AsyncGenerator<Uint8Array> {
  yield content;
}
