import { signedTransaction } from './signed-transaction.ts';
import { type SigningPorts, treeHead } from './signing.ts';

/**
 * The signed note of the latest checkpoint; signs one when facts came since.
 * @throws LedgerError `unverified` when signing would fork the log, `storage` or `forbidden` when the key cannot be used.
 */
export async function currentCheckpoint(ports: SigningPorts): Promise<string> {
  const { store } = ports;
  const [head, latest] = [await store.head(), await store.latestCheckpoint()];
  if (latest !== undefined && latest.size === head.size) return latest.note;
  return signedTransaction(ports, async (transaction, sign) => {
    const now = treeHead(await transaction.head());
    return (await sign(now, now)).note;
  });
}
