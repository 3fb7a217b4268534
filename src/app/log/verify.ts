import type { ExpectedHead } from '../../ledger/expected-heads.ts';
import { hex } from '../../ledger/hashing.ts';
import type { Head } from '../../ledger/log-store.ts';
import { type LogReport, verifyLog } from '../../ledger/verify-log.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { VerifyOptions } from '../ledger.ts';
import type { VerifyFailure, VerifyReport } from '../views.ts';
import { ClaimedHeads, type HeadPorts } from './claimed-heads.ts';
import { verifyEnds } from './verify-ends.ts';
import { verifyOpenings } from './verify-openings.ts';
import { verifyProjections } from './verify-projections.ts';

export interface VerifyPorts extends HeadPorts {
  /** An empty store for the read models to be folded into once more. */
  readonly scratch: () => Promise<LedgerStore>;
}

/**
 * Verifies a whole ledger: hashes every fact and rebuilds tiles and root, compares them with the head, with every checkpoint that was
 * signed and with those that the caller holds; then opens every sealed value, folds every read model again, and looks for damage in the database.
 */
export async function verifyLedger(ports: VerifyPorts, options: VerifyOptions): Promise<VerifyReport> {
  const { store } = ports;
  const heads = await ClaimedHeads.of(ports);
  const { head, latest } = heads;
  const report = await verifyStoredLog(store, head.size, heads.inOrder(options.against ?? []), options);
  const failures = [...heads.failures, ...report.failures, ...(await verifyEnds(store, head.size))];
  if (options.only !== 'log') failures.push(...(await verifyRest(ports, head, report.failures.length === 0)));
  const root = hex(report.root);
  return { ok: failures.length === 0, size: head.size, root, checkpoint: latest?.note ?? null, failures };
}

/** What follows from the facts can be checked once these, and the tables that they are in, are known to be whole. */
async function verifyRest({ store, scratch }: VerifyPorts, head: Head, isLogWhole: boolean): Promise<VerifyFailure[]> {
  const failures = (await store.damages()).map(({ table, why }) => ({ index: null, where: table, why }));
  if (failures.length > 0 || !isLogWhole) return failures;
  return [...(await verifyOpenings(store, head)), ...(await verifyProjections(store, scratch, head.size))];
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
