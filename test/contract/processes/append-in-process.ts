import { openSqlite } from '../../../src/storage/sqlite/open-sqlite.ts';
import { appendFacts, batchOf, storedFact } from '../samples.ts';

/** Started with the path of a ledger and how many batches to append to it, or `hang` to stop inside a transaction. */
const [path = '', batches = ''] = process.argv.slice(2);
const store = await openSqlite(path, { mode: 'open' });
if (batches === 'hang') {
  await store.transact(async (transaction) => {
    const { size } = await transaction.head();
    await transaction.append(batchOf([storedFact(size)]));
    process.stdout.write('inside');
    await new Promise((resolve) => setTimeout(resolve, 600_000));
  });
}
for (let batch = 0; batch < Number(batches); batch++) await appendFacts(store, 1 + (batch % 5));
await store.close();
