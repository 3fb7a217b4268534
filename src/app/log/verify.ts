import { LedgerError } from '../../domain/errors.ts';
import { openCheckpoint } from '../../ledger/checkpoint.ts';
import type { ExpectedHead } from '../../ledger/expected-heads.ts';
import { hex } from '../../ledger/hashing.ts';
import type { LedgerIdentity, StoredCheckpoint } from '../../ledger/log-store.ts';
import { parseVerifierKey } from '../../ledger/note-verifier.ts';
import { type LogReport, verifyLog } from '../../ledger/verify-log.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { VerifyOptions } from '../ledger.ts';
import type { VerifyFailure, VerifyReport } from '../views.ts';
import type { KeyStore } from './key-store.ts';
import { treeHead } from './signing.ts';
import { verifyOpenings } from './verify-openings.ts';
import { verifyProjections } from './verify-projections.ts';

export interface VerifyPorts {
  readonly store: LedgerStore;
  readonly identity: LedgerIdentity;
  readonly keys: KeyStore;
  /** An empty store for the read models to be folded into once more. */
  readonly scratch: () => Promise<LedgerStore>;
}

/**
 * Verifies a whole ledger: hashes every fact and rebuilds tiles and root, compares them with the head, with every checkpoint that was
 * signed and with those that the caller holds; then opens every sealed value, and folds every read model again.
 */
export async function verifyLedger(ports: VerifyPorts, options: VerifyOptions): Promise<VerifyReport> {
  const { store } = ports;
  const head = await store.head();
  const failures: VerifyFailure[] = [];
  const heads = headsInOrder(ports, options, failures);
  const report = await verifyStoredLog(store, head.size, heads, options);
  failures.push(...report.failures, ...(await strayTiles(store, head.size)));
  if (options.only !== 'log') {
    failures.push(...(await verifyOpenings(store, head)));
    failures.push(...(await verifyProjections(store, ports.scratch, head.size)));
  }
  const latest = await store.latestCheckpoint();
  if (latest !== undefined && latest.size > head.size) {
    failures.push({ index: head.size, where: `checkpoint ${latest.size}`, why: `the log has only ${head.size} facts` });
  }
  const root = hex(report.root);
  return { ok: failures.length === 0, size: head.size, root, checkpoint: latest?.note ?? null, failures };
}

function verifyStoredLog(
  store: LedgerStore,
  size: number,
  heads: AsyncIterable<ExpectedHead>,
  options: VerifyOptions,
): Promise<LogReport> {
  async function* entries() {
    for await (const fact of store.facts(0, size)) {
      if (fact.index % 4096 === 0) options.progress?.(fact.index, size);
      yield fact;
    }
  }
  return verifyLog({ entries, tile: ({ level, n }) => store.tile(level, n), keepsPartialTiles: false }, heads);
}

/** Every head that the log must have had, by size: signed ones, those given by the caller, and the store's own. */
async function* headsInOrder(
  ports: VerifyPorts,
  options: VerifyOptions,
  failures: VerifyFailure[],
): AsyncGenerator<ExpectedHead> {
  const verifier = parseVerifierKey(ports.identity.verifierKey);
  const open = (where: string, note: string): ExpectedHead[] => {
    try {
      const { checkpoint } = openCheckpoint(note, [verifier]);
      return [{ where, size: checkpoint.size, root: checkpoint.root }];
    } catch (error) {
      if (!(error instanceof LedgerError)) throw error;
      failures.push({ index: null, where, why: error.message });
      return [];
    }
  };
  const given = (options.against ?? []).flatMap((note, i) =>
    open(`the checkpoint given${i > 0 ? ` (${i + 1})` : ''}`, note),
  );
  const last = await ports.keys.lastSigned(ports.identity.verifierKey);
  if (last !== undefined) given.push(...open('the last checkpoint beside the signing key', last));
  given.push({ where: 'head', ...treeHead(await ports.store.head()) });
  given.sort((a, b) => a.size - b.size);
  for await (const stored of ports.store.checkpoints()) {
    const [own] = open(`checkpoint ${stored.size}`, stored.note);
    if (own === undefined || !isOf(stored, own, failures)) continue;
    while (given[0] !== undefined && given[0].size < own.size) yield given.shift() as ExpectedHead;
    yield own;
  }
  yield* given;
}

function isOf(stored: StoredCheckpoint, own: ExpectedHead, failures: VerifyFailure[]): boolean {
  if (stored.size === own.size) return true;
  const why = `it is kept for ${stored.size} facts but was signed for ${own.size}`;
  failures.push({ index: null, where: `checkpoint ${stored.size}`, why });
  return false;
}

/** Tiles that the log is too short to have. */
async function strayTiles(store: LedgerStore, size: number): Promise<VerifyFailure[]> {
  const failures: VerifyFailure[] = [];
  for await (const { level, n } of store.tiles()) {
    if ((n + 1) * 256 ** (level + 1) <= size) continue;
    failures.push({ index: null, where: `tile ${level}/${n}`, why: `the log of ${size} facts has no such tile` });
  }
  return failures;
}
