import type { Call } from './command-module.ts';
import { withLedger } from './with-ledger.ts';

/** The key that was named, else that of the ledger. */
export async function verifierKeyOf(call: Call, named: string | undefined): Promise<string> {
  return named ?? withLedger(call, 'read', async (ledger) => ledger.verifierKey);
}
