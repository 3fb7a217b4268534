import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SmallDisk } from '../../support/ledgers-disk.ts';
import { FaultyDays } from '../../support/ledgers-faults.ts';

const reason = SmallDisk.reasonAgainst();
if (reason !== undefined) console.warn(`skipped: ${reason}`);

describe.skipIf(reason !== undefined)('a disk', () => {
  let days: FaultyDays;
  let disk: SmallDisk;
  beforeEach(() => {
    days = new FaultyDays('disk');
    disk = new SmallDisk(16_000_000);
  });
  afterEach(() => {
    disk.remove();
    days.remove();
  });

  const record = (version: string) => `record-deployment -s api -e production -v ${version}`;
  const refused = { status: 3, stdout: '' };

  describe('that is full', () => {
    beforeEach(async () => {
      const database = join(disk.folder, 'ledger.db');
      writeFileSync(join(days.program.home, 'config.yaml'), `database: ${database}\n`);
      mkdirSync(join(days.program.home, '.deploy-ledger'));
      writeFileSync(join(days.program.home, '.deploy-ledger', 'config.yaml'), `database: ${database}\n`);
      await days.run('init -q');
      await days.run(record('1'));
    });

    it.each([0, 4096, 40_960, 81_920])(
      'but for %i bytes refuses what is recorded, and is read all the same',
      async (left) => {
        disk.fill(left);
        let recorded = 1;
        // Whatever fits is recorded; what does not is refused and leaves nothing.
        for (;;) {
          const ended = await days.run(record(`2.${recorded}`));
          if (ended.status !== 0) {
            expect(ended).toMatchObject(refused);
            expect(ended.stderr).toMatch(
              /^error: \/\S+\/ledger\.db (is on a disk that is full|cannot be read or written)/,
            );
            expect(ended.stderr).toMatch(/\n {2}hint: /);
            break;
          }
          recorded += 1;
          disk.fill(left);
        }
        expect(await days.list()).toHaveLength(recorded);
        expect(await days.verify()).toBe(recorded);
        disk.free();
        expect((await days.run(record('3'))).status).toBe(0);
        expect(await days.verify()).toBe(recorded + 1);
      },
    );

    it('stops an import, which goes on from there when there is room again', async () => {
      const rows = Array.from({ length: 2000 }, (_, i) =>
        JSON.stringify({
          type: 'deployment',
          service: 'web',
          environment: 'staging',
          version: `v${i}`,
          finishedAt: 1_767_225_600 + i * 60,
        }),
      );
      writeFileSync(join(days.program.home, 'rows.jsonl'), rows.join('\n'));
      disk.fill(700_000);
      expect(await days.run('import jsonl rows.jsonl')).toMatchObject(refused);
      const size = await days.verify();
      disk.free();
      const again = await days.run('import jsonl rows.jsonl -f json');
      expect(JSON.parse(again.stdout)).toMatchObject({ read: 2000, recorded: 2001 - size, duplicates: size - 1 });
      expect(await days.verify()).toBe(2001);
    });
  });

  it('that is full and holds the keys refuses before anything is recorded', async () => {
    const environment = { DEPLOY_LEDGER_KEY_DIR: join(disk.folder, 'keys') };
    const run = (line: string) => days.program.start(line.split(' '), { environment }).ended;
    await run('init -q');
    await run(record('1'));
    disk.fill();
    const ended = await run(record('2'));
    expect(ended).toMatchObject(refused);
    expect(ended.stderr).toContain(`error: cannot write ${disk.folder}/keys/`);
    expect(await days.list()).toHaveLength(1);
    disk.free();
    expect((await run(record('2'))).status).toBe(0);
    expect(readdirSync(join(disk.folder, 'keys'))).toHaveLength(2);
  });

  it('that is read only is read, and refuses to be recorded to', async () => {
    const database = join(disk.folder, 'ledger.db');
    await days.run(`init -q -d ${database}`);
    await days.run(`${record('1')} -d ${database}`);
    disk.readOnly = true;
    for (const line of ['list', 'running', 'verify', 'show-metrics']) {
      expect([line, (await days.run(`${line} -d ${database}`)).status]).toEqual([line, 0]);
    }
    for (const line of [record('2'), 'checkpoint', 'import jsonl /dev/null', 'erase-actor Ann']) {
      const ended = await days.run(`${line} -d ${database}`);
      expect([line, ended.status, ended.stdout]).toEqual([line, 3, '']);
      expect(ended.stderr).toMatch(/^error: \/\S+ledger\.db cannot be (written|opened)/);
    }
    disk.readOnly = false;
    expect((await days.run(`${record('2')} -d ${database}`)).status).toBe(0);
    expect((await days.run(`verify -d ${database}`)).status).toBe(0);
  });
});
