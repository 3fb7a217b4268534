import { parseCheckpoint } from '../../ledger/checkpoint.ts';

/** How many facts a checkpoint covers, whoever signed it. */
export function sizeOf(note: string): number {
  return parseCheckpoint(note.slice(0, note.indexOf('\n\n') + 1)).size;
}
