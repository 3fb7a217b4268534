import { type OpenedLedger, openOver } from '../support/ledgers.ts';
import type { OpenStore } from './contract.ts';

/** Runs a test on a new ledger over a store. */
export async function onLedger(open: OpenStore, test: (ledger: OpenedLedger) => Promise<void>): Promise<void> {
  const ledger = await openOver(await open(), { scratch: open });
  try {
    await test(ledger);
  } finally {
    await ledger.close();
  }
}
