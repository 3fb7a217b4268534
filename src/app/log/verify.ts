import type { ExpectedHead } from '../../ledger/expected-heads.ts';
import { hex } from '../../ledger/hashing.ts';
import { type LogReport, verifyLog } from '../../ledger/verify-log.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { VerifyOptions } from '../ledger.ts';
import type { VerifyReport } from '../views.ts';
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
 * signed and with those that the caller holds; then opens every sealed value, and folds every read model again.
 */
export async function verifyLedger(ports: VerifyPorts, options: VerifyOptions): Promise<VerifyReport> {
  const { store } = ports;
  const heads = await ClaimedHeads.of(ports);
  const { head, latest } = heads;
  const report = await verifyStoredLog(store, head.size, heads.inOrder(options.against ?? []), options);
  const failures = [...heads.failures, ...report.failures, ...(await verifyEnds(store, head.size))];
  // What follows from facts can be checked once these are known to be the facts.
  if (options.only !== 'log' && report.failures.length === 0) {
    failures.push(...(await verifyOpenings(store, head)));
    failures.push(...(await verifyProjections(store, ports.scratch, head.size)));
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
