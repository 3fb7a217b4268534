import { initLedger } from '../../src/main/open-ledger.ts';
import { databaseOf, type GrownLedger, keyDirOf } from './grown-ledger.ts';
import { batchSize, openGrown, recordAll } from './open-grown.ts';

/** Makes a ledger without facts. */
export async function makeLedger(directory: string): Promise<GrownLedger> {
  const empty = { directory, facts: 0, claims: 0 };
  await initLedger({ database: databaseOf(empty), keyDir: keyDirOf(empty), create: true, name: 'bench.example/fleet' });
  return empty;
}

/** Records claims of the fleet, in whole batches and through the full path, until the log is at least `facts` long. */
export async function growLedger(
  ledger: GrownLedger,
  facts: number,
  progress: (facts: number) => void,
): Promise<GrownLedger> {
  const opened = await openGrown(ledger);
  let { size } = await opened.store.head();
  while (size < facts) {
    await recordAll(opened, opened.fleet.take(batchSize));
    ({ size } = await opened.store.head());
    progress(size);
  }
  await opened.store.close();
  return { ...ledger, facts: size, claims: opened.fleet.claims };
}
