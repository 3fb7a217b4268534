import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultyDays } from '../../support/ledgers-faults.ts';
import { putUnderLoad } from '../../support/load.ts';
import { startServer } from '../../support/server.ts';

let days: FaultyDays;
let home: string;
beforeEach(async () => {
  days = new FaultyDays('backup');
  home = days.program.home;
  await days.run('record-deployment -s api -e production -v 1 --initiator Ann');
});
afterEach(() => days.remove());

const folder = () => join(home, '.deploy-ledger');
const record = (version: string) => days.run(`record-deployment -s api -e production -v ${version}`);
const json = async (line: string) => JSON.parse((await days.run(`${line} -f json`)).stdout);

/** Loses the ledger, but not its key. */
function lose(): void {
  for (const name of readdirSync(folder())) if (name.startsWith('deployments.db')) rmSync(join(folder(), name));
}

describe('a backup', () => {
  it('holds the whole ledger, can be restored in its place, and is recorded on', async () => {
    const before = await json('verify');
    const report = await json('backup copy.db');
    expect(report).toEqual({
      file: join(home, 'copy.db'),
      ledger: expect.stringMatching(/^deploy-ledger\.local\//),
      size: 1,
      root: before.root,
      checkpoint: before.checkpoint,
      lost: null,
    });
    expect(statSync(join(home, 'copy.db')).mode & 0o777).toBe(0o600);
    expect(readdirSync(home).filter((name) => name.startsWith('copy.db'))).toEqual(['copy.db']);
    lose();
    expect(await json('restore copy.db')).toMatchObject({ size: 1, root: before.root, lost: null });
    expect((await record('2')).status).toBe(0);
    expect(await days.verify()).toBe(2);
    expect((await json(`get-deployment ${(await days.list()).at(-1)?.id}`)).initiator).toBe('Ann');
  });

  it('is taken while others record, and is a ledger of one moment', async () => {
    const server = await startServer({ program: days.program });
    const load = putUnderLoad(server, 16);
    const sizes: number[] = [];
    for (let i = 0; i < 4; i++) {
      await load.reached(load.acknowledged.length + 20);
      const { size } = await json(`backup copy-${i}.db`);
      expect(await json(`verify -d copy-${i}.db --only log`)).toMatchObject({ size });
      sizes.push(size);
    }
    await server.stop();
    await load.over;
    expect(load.refused).toEqual([]);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
    expect(sizes[0]).toBeLessThan(sizes[3] ?? 0);
  });

  it('takes the place of nothing', async () => {
    writeFileSync(join(home, 'copy.db'), 'precious');
    expect(await days.run('backup copy.db')).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('copy.db is there already; it was left as it is'),
    });
    await days.run('backup other.db');
    expect(await days.run('restore other.db')).toMatchObject({ status: 1 });
    expect(await days.verify()).toBe(1);
  });

  it('that lacks signed facts is refused, says which they are, and leaves nothing behind', async () => {
    await days.run('backup copy.db');
    await record('2');
    await record('3');
    lose();
    const { status, stdout, stderr } = await days.run('restore copy.db');
    expect([status, stdout]).toEqual([6, '']);
    expect(stderr).toContain('lacks the facts 1 to 2, which were signed on this machine');
    expect(readdirSync(folder())).toEqual(['keys']);
  });

  it('that lacks signed facts is restored to be read, and neither records nor serves', async () => {
    await days.run('backup copy.db');
    await record('2');
    lose();
    const { status, stdout, stderr } = await days.run('restore copy.db --read-only -f json');
    expect([status, JSON.parse(stdout).lost]).toEqual([0, { from: 1, to: 1 }]);
    expect(stderr).toContain('the facts 1 to 1 are lost');
    expect(await days.list()).toHaveLength(1);
    expect(await record('3')).toMatchObject({ status: 6 });
    expect(await days.run('serve --port 0')).toMatchObject({ status: 6, stdout: '' });
    expect(await days.list()).toHaveLength(1);
  });

  it('that was changed is refused', async () => {
    await record('2');
    await days.run('backup copy.db');
    await days.program.shell(`sqlite3 copy.db "UPDATE facts SET bytes = CAST('{}' AS BLOB) WHERE \\"index\\" = 0"`);
    lose();
    expect(await days.run('restore copy.db')).toMatchObject({
      status: 6,
      stderr: expect.stringContaining('it does not verify'),
    });
    expect(existsSync(join(folder(), 'deployments.db'))).toBe(false);
  });

  it.each(['none.db', 'text.txt'])('%s is none, and nothing is restored', async (name) => {
    writeFileSync(join(home, 'text.txt'), 'This is no database at all, though it is as long as a header is.'.repeat(9));
    lose();
    expect(await days.run(`restore ${name}`)).toMatchObject({ status: 3, stdout: '' });
    expect(existsSync(join(folder(), 'deployments.db'))).toBe(false);
  });
});
