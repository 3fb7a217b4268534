import { createHash } from 'node:crypto';
import type { ArchiveFile } from './archive-file.ts';

/** Whether two contents are the same bytes, however they are cut into pieces. Both are read to their end. */
export async function sameBytes(a: ArchiveFile['content'], b: ArchiveFile['content']): Promise<boolean> {
  return (await digest(a)) === (await digest(b));
}

async function digest(pieces: ArchiveFile['content']): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of pieces) hash.update(piece);
  return hash.digest('hex');
}
