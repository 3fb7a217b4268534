import { requireSignable, type SigningPorts } from './signing.ts';

/**
 * Makes sure that the log can be read, written and signed as it is now.
 * @throws LedgerError as requireSignable and LedgerStore.requireWritable do.
 */
export async function requireReady(ports: SigningPorts): Promise<void> {
  await requireSignable(ports);
  await ports.store.requireWritable();
}
