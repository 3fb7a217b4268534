import { it } from 'vitest';
import { writeSync } from 'node:fs';
import { openSqlite } from '../../src/storage/sqlite/open-sqlite.ts';
import { madeUpHistory, otherOrder } from '../support/ledgers-history.ts';
import { assertFoldedWhole } from '../support/ledgers-lanes.ts';
import { openOver } from '../support/ledgers.ts';
import { rowsOf } from '../support/ledgers-contents.ts';
const open = () => openSqlite(':memory:', { mode: 'create' });
const [from, to, claims, hours, sv] = (process.env['DBG'] ?? '0,20,200,100,1').split(',').map(Number);
for (let i = from; i < to; i++) it(`seed ${i}`, async () => {
  const h = madeUpHistory({ seed: `${i}`, claims, hours, services: ['api', 'web', 'db'].slice(0, sv) as [string] });
  for (const [k, list] of [h.map((t) => t.claim), otherOrder(h, `${i}a`), otherOrder(h, `${i}b`)].entries()) {
    const l = await openOver(await open(), { scratch: open });
    for (const [n, c] of list.entries()) {
      await l.take(c);
      try { await assertFoldedWhole(l.store); } catch (e) {
        writeSync(2, `seed ${i} order ${k} claim ${n}: ${JSON.stringify(c)}\n${String(e.message).slice(0, 1500)}\n`);
        const id = process.env['ID'] ?? c['deployment'] ?? c['id'];
        for (const c2 of list.slice(0, n)) if (JSON.stringify(c2).includes(`"${id}"`) || c2['deployment'] === id || c2['id'] === id || c2['carriedOutBy'] === id || c2['parentId']===id) writeSync(2, `   ${JSON.stringify(c2)}\n`);
        throw new Error('stop');
      }
    }
  }
}, 60000);
