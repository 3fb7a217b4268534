import { expect, it } from 'vitest';
import { identity } from '../../../../test/contract/samples.ts';
import { Connection } from '../connection.ts';
import { insertIdentity } from '../log/identity.ts';
import { prepareDatabase } from '../prepare-database.ts';
import { clearReadModels } from './write-changes.ts';

it('clears the read models of its own ledger, not those of its neighbours', async () => {
  const connection = new Connection(':memory:', 'memory');
  await prepareDatabase(connection, 'memory', 0);
  insertIdentity(connection, identity);
  const insert = `INSERT INTO environments (ledger, name, tier, "order", limit_ms, known_from) VALUES (?, 'qa', 'testing', 1, 1, 0)`;
  const ledgers = () => connection.all('SELECT ledger FROM environments').flat();
  for (const ledger of [1, 2]) connection.run(insert, [ledger]);
  connection.execute("INSERT INTO ledgers VALUES (2, 'other', 'key', x'00')");
  clearReadModels(connection);
  expect(ledgers()).toEqual([2]);
  connection.execute('DELETE FROM ledgers WHERE ledger = 2');
  clearReadModels(connection);
  expect(ledgers()).toEqual([]);
  connection.close();
});
