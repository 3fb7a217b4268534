import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/storage/sqlite/open-sqlite.ts';
import { collect } from '../contract.ts';
import { appendFacts, identity } from '../samples.ts';
import { scratchFolder } from '../scratch-folder.ts';

const folder = scratchFolder();
const program = join(folder, 'append-in-process.js');
const installed = fileURLToPath(new URL('../../../node_modules', import.meta.url));

// Node 20 runs no TypeScript.
beforeAll(() =>
  build({
    input: fileURLToPath(new URL('./append-in-process.ts', import.meta.url)),
    platform: 'node',
    external: ['@photostructure/sqlite'],
    output: { dir: folder, format: 'esm', entryFileNames: '[name].js' },
  }),
);

function start(path: string, batches: string): ChildProcess {
  const env = { ...process.env, NODE_PATH: installed };
  return spawn(process.execPath, [program, path, batches], { env, stdio: ['ignore', 'pipe', 'inherit'] });
}

async function makeLedger(name: string): Promise<string> {
  const path = join(folder, name);
  const store = await openSqlite(path, { mode: 'create' });
  await store.create(identity);
  await store.close();
  return path;
}

describe('several processes', () => {
  it('append to one ledger without a gap', async () => {
    const path = await makeLedger('shared.db');
    const others = [start(path, '40'), start(path, '40')];
    const ends = others.map((child) => once(child, 'exit'));
    const store = await openSqlite(path, { mode: 'open' });
    for (let batch = 0; batch < 40; batch++) await appendFacts(store, 1 + (batch % 5));
    expect((await Promise.all(ends)).map(([status]) => status)).toEqual([0, 0]);
    const indexes = (await collect(store.facts(0, 1000))).map(({ index }) => index);
    expect(indexes).toEqual([...Array(3 * 40 * 3).keys()]);
    expect((await store.head()).size).toBe(360);
    await store.close();
  });

  it('make one ledger, whichever is first', async () => {
    const path = join(folder, 'raced.db');
    const stores = await Promise.all([1, 2, 3, 4].map(() => openSqlite(path, { mode: 'create' })));
    await Promise.all(stores.map((store, n) => store.create({ ...identity, origin: `origin-${n}` })));
    const origins = await Promise.all(stores.map(async (store) => (await store.identity())?.origin));
    expect(new Set(origins).size).toBe(1);
    await Promise.all(stores.map((store) => store.close()));
  });

  it('are not held up by one that was killed in the middle', async () => {
    const path = await makeLedger('killed.db');
    const child = start(path, 'hang');
    if (child.stdout !== null) await once(child.stdout, 'data');
    const store = await openSqlite(path, { mode: 'open', busyWaitMs: 20 });
    await expect(appendFacts(store, 1)).rejects.toMatchObject({ code: 'overloaded' });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await store.head()).size).toBe(0);
    await appendFacts(store, 2);
    expect((await store.head()).size).toBe(2);
    await store.close();
  });
});
