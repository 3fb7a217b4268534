import { LedgerError } from '../../domain/errors.ts';
import { encodeEntryBundle } from '../../ledger/entry-bundle.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import { tileWidth } from '../../ledger/tile.ts';
import { parseTilePath } from '../../ledger/tile-path.ts';

/**
 * The content of a tile or an entry bundle of the log (C2SP tlog-tiles), as far as the log reaches: full ones never change.
 * @throws LedgerError `invalid` for what is no path of a tile, `not-found` for one that the log has not reached.
 */
export async function readLogFile(log: LogReader, path: string): Promise<{ content: Uint8Array; isFull: boolean }> {
  const { level, n, width } = parseTilePath(path);
  const isFull = width === tileWidth;
  const from = n * tileWidth;
  if (level === 'entries') {
    const entries: Uint8Array[] = [];
    for await (const { bytes } of log.facts(from, from + width)) entries.push(bytes);
    if (entries.length < width) throw beyond(path);
    return { content: encodeEntryBundle(entries), isFull };
  }
  const tile = isFull ? await log.tile(level, n) : undefined;
  if (tile !== undefined) return { content: tile.hashes, isFull };
  const hashes = await (level === 0
    ? log.leafHashes(from, from + width)
    : log.tileRoots(level - 1, from, from + width));
  if (isFull || hashes.length < width * 32) throw beyond(path);
  return { content: hashes, isFull };
}

function beyond(path: string): LedgerError {
  return new LedgerError('not-found', `the log does not reach as far as ${path}`, {
    hint: 'the checkpoint says how far it reaches: /log/checkpoint',
  });
}
