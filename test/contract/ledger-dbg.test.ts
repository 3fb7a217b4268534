import { it } from 'vitest';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { madeUpHistory, otherOrder } from '../support/ledgers-history.ts';
import { stateAfter } from './ledger-arrival.ts';
import { assertSameRows } from '../support/ledgers-contents.ts';
const open = () => openSqlite(':memory:', { mode: 'create' });
const [from, to, claims, hours, sv] = (process.env['DBG'] ?? '0,20,200,100,1').split(',').map(Number);
for (let i = from; i < to; i++) it(`seed ${i}`, async () => {
  const h = madeUpHistory({ seed: `${i}`, claims, hours, services: ['api', 'web', 'db'].slice(0, sv) as [string] });
  const a = await stateAfter(open, h.map((t) => t.claim));
  for (const o of ['a', 'b']) assertSameRows(await stateAfter(open, otherOrder(h, i + o)), a);
}, 60000);
