import { LedgerError } from '../../domain/errors.ts';
import { openCheckpoint } from '../../ledger/checkpoint.ts';
import { decodeEntryBundle } from '../../ledger/entry-bundle.ts';
import type { ExpectedHead } from '../../ledger/expected-heads.ts';
import { hex } from '../../ledger/hashing.ts';
import { parseVerifierKey } from '../../ledger/note-verifier.ts';
import { tileWidth } from '../../ledger/tile.ts';
import { tilePath } from '../../ledger/tile-path.ts';
import type { LogEntry } from '../../ledger/verifiable-log.ts';
import { verifyLog } from '../../ledger/verify-log.ts';
import type { VerifyReport } from '../views.ts';

/** Reads a file of an exported log by its C2SP tlog-tiles path; undefined when it is missing. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/**
 * Verifies an exported C2SP tlog-tiles directory offline, with nothing but the log's verifier key.
 * @param against signed notes of earlier checkpoints that the log has to be consistent with
 * @throws LedgerError `invalid` when the directory holds no checkpoint, `unverified` when its signature is not by the key.
 */
export async function verifyDirectory(
  read: ReadFile,
  verifierKey: string,
  against: readonly string[],
): Promise<VerifyReport> {
  const note = await read('checkpoint');
  if (note === undefined) {
    throw new LedgerError('invalid', 'the directory holds no file "checkpoint"', {
      hint: 'name a directory that was made with: deploy-ledger export --format tlog --output DIR',
    });
  }
  const verifier = parseVerifierKey(verifierKey);
  const text = Buffer.from(note).toString();
  const { checkpoint } = openCheckpoint(text, [verifier]);
  const heads: ExpectedHead[] = against.map((earlier, i) => {
    const opened = openCheckpoint(earlier, [verifier]).checkpoint;
    return { where: `the checkpoint given${i > 0 ? ` (${i + 1})` : ''}`, size: opened.size, root: opened.root };
  });
  heads.push({ where: 'checkpoint', size: checkpoint.size, root: checkpoint.root });
  heads.sort((a, b) => a.size - b.size);
  const log = {
    entries: () => entriesOf(read, checkpoint.size),
    tile: async (tile: { level: number; n: number; width: number }) => {
      const hashes = await read(tilePath(tile));
      return hashes === undefined ? undefined : { hashes };
    },
    keepsPartialTiles: true,
  };
  const report = await verifyLog(log, heads);
  const { size, root, failures } = report;
  return { ok: failures.length === 0, size, root: hex(root), checkpoint: text, failures };
}

/** The facts of an exported log in their order. */
export async function* entriesOf(read: ReadFile, size: number): AsyncGenerator<LogEntry> {
  for (let from = 0; from < size; from += tileWidth) {
    const width = Math.min(tileWidth, size - from);
    const path = tilePath({ level: 'entries', n: from / tileWidth, width });
    const bundle = await read(path);
    if (bundle === undefined) throw new LedgerError('invalid', `the file ${path} is missing`);
    for (const [i, bytes] of decodeEntryBundle(bundle, width).entries()) yield { index: from + i, bytes };
  }
}
