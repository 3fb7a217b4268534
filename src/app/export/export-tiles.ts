import { LedgerError } from '../../domain/errors.ts';
import { openCheckpoint } from '../../ledger/checkpoint.ts';
import { CompactRange } from '../../ledger/compact-range.ts';
import { encodeEntryBundle } from '../../ledger/entry-bundle.ts';
import { leafHash, sameHash } from '../../ledger/hashing.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import { parseVerifierKey } from '../../ledger/note-verifier.ts';
import { type Tile, tileWidth } from '../../ledger/tile.ts';
import { TileBlocks } from '../../ledger/tile-blocks.ts';
import { tilePath } from '../../ledger/tile-path.ts';

/** A file of a static log. */
export interface LogFile {
  /** With `/` between its parts. */
  readonly path: string;
  readonly content: Uint8Array;
}

/**
 * The files of a static C2SP tlog-tiles directory that holds exactly the log of a signed checkpoint, in flat memory. Every tile comes
 * from the bytes of the facts, not from stored hashes; the checkpoint comes last, so a directory that has one is complete.
 * @throws LedgerError `unverified` when the facts do not lead to the checkpoint's root, or the log has not signed it.
 */
export async function* exportTiles(log: LogReader, note: string, verifierKey: string): AsyncGenerator<LogFile> {
  const { checkpoint } = openCheckpoint(note, [parseVerifierKey(verifierKey)]);
  const range = new CompactRange();
  const tiles = new TileBlocks();
  let entries: Uint8Array[] = [];
  for await (const { bytes } of log.facts(0, checkpoint.size)) {
    range.append(leafHash(bytes), tiles.record);
    entries.push(bytes);
    if (entries.length === tileWidth) {
      yield bundleFile(range.size, entries);
      entries = [];
    }
    for (const tile of tiles.takeCompleted()) yield tileFile(tile);
  }
  const { size } = range;
  if (size !== checkpoint.size || !sameHash(range.root(), checkpoint.root)) throw unlike(size, checkpoint.size);
  if (entries.length > 0) yield bundleFile(size, entries);
  for (const tile of tiles.partial(size)) yield tileFile(tile);
  yield { path: 'checkpoint', content: Buffer.from(note) };
}

/** The bundle that ends with the last of `size` entries. */
function bundleFile(size: number, entries: readonly Uint8Array[]): LogFile {
  const n = Math.ceil(size / tileWidth) - 1;
  return { path: tilePath({ level: 'entries', n, width: entries.length }), content: encodeEntryBundle(entries) };
}

function tileFile(tile: Tile & { readonly hashes: Uint8Array }): LogFile {
  // A copy: the next fact writes into the same block.
  return { path: tilePath(tile), content: Buffer.from(tile.hashes) };
}

function unlike(size: number, signed: number): LedgerError {
  return new LedgerError(
    'unverified',
    `the ${size} facts do not lead to the root of the checkpoint of ${signed} facts`,
    {
      hint: 'find the first bad fact with: deploy-ledger verify',
    },
  );
}
