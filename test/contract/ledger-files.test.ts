import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Ledger } from '../../src/app/ledger.ts';
import { openLedger } from '../../src/main/open-ledger.ts';

const folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-files-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const keyDir = join(folder, 'keys');
const open = (name: string) => openLedger({ database: join(folder, name), keyDir, create: true });
const claim = (version: string) => ({ type: 'deployment', service: 'api', environment: 'production', version });

async function record(ledger: Ledger, version: string, more: object = {}): Promise<string> {
  return (await ledger.record({ ...claim(version), ...more }, { source: 'test', sign: true })).id;
}

/** Everything that the files of a database hold, its write-ahead log included. */
function onDisk(name: string): string {
  const files = readdirSync(folder).filter((file) => file.startsWith(name));
  return files.map((file) => readFileSync(join(folder, file), 'latin1')).join();
}

function backUp(from: string, to: string): void {
  copyFileSync(join(folder, from), join(folder, to));
}

describe('the files of a ledger', () => {
  it('do not hold idempotency keys in the clear', async () => {
    const ledger = await open('keys.db');
    const key = 'github:example.com/secret-repository/deployment/7';
    await record(ledger, '1', { idempotencyKey: key });
    expect(onDisk('keys.db')).not.toContain(key);
    expect((await ledger.record({ ...claim('1'), idempotencyKey: key }, { source: 'test' })).duplicate).toBe(true);
    await ledger.close();
  });

  it('do not hold the name of an erased person any more, while others have them open', async () => {
    const name = 'Zoë Secret-Person';
    const [ledger, other] = [await open('erased.db'), await open('erased.db')];
    for (let i = 0; i < 40; i++) {
      await record(i % 2 === 0 ? ledger : other, `${i}`, {
        initiator: name,
        message: `${'text '.repeat(i * 50)} ${name}`,
      });
    }
    expect(onDisk('erased.db')).toContain(Buffer.from(name).toString('latin1'));
    await ledger.eraseActor(name, { aliases: [], dryRun: false });
    expect(onDisk('erased.db')).not.toContain('Secret-Person');
    expect((await other.verify({})).failures).toEqual([]);
    await Promise.all([ledger.close(), other.close()]);
  });
});

describe('a copied database', () => {
  it('refuses to sign once the original went on, and the original signs', async () => {
    let original = await open('original.db');
    await record(original, '1');
    await original.close();
    backUp('original.db', 'copy.db');
    original = await open('original.db');
    await record(original, '2');
    const copy = await open('copy.db');
    await expect(record(copy, '3')).rejects.toMatchObject({ code: 'unverified' });
    expect(await copy.size()).toBe(1);
    await record(original, '4');
    expect((await original.verify({})).ok).toBe(true);
    await Promise.all([original.close(), copy.close()]);
  });
});

describe('a backup', () => {
  it('that is older than the last checkpoint cannot be signed, until the checkpoint beside the key is removed', async () => {
    let ledger = await open('live.db');
    await record(ledger, '1');
    await ledger.close();
    backUp('live.db', 'backup.db');
    ledger = await open('live.db');
    await record(ledger, '2');
    const key = Buffer.from(ledger.verifierKey.split('+')[1] ?? '').toString();
    const evidence = await ledger.checkpoint();
    await ledger.close();
    backUp('backup.db', 'live.db');

    ledger = await open('live.db');
    await expect(record(ledger, '3')).rejects.toMatchObject({
      code: 'unverified',
      hint: expect.stringContaining('.checkpoint'),
    });
    rmSync(join(keyDir, `${key}.checkpoint`));
    await record(ledger, '3');
    // Whoever holds the old checkpoint can prove that history was lost.
    expect((await ledger.verify({ against: [evidence] })).failures).toMatchObject([
      { index: 1, where: 'the checkpoint given' },
    ]);
    await ledger.close();
  });

  it('that is as new as the last checkpoint goes on', async () => {
    let ledger = await open('fresh.db');
    await record(ledger, '1');
    await ledger.close();
    backUp('fresh.db', 'restored.db');
    ledger = await open('restored.db');
    await record(ledger, '2');
    expect((await ledger.verify({})).ok).toBe(true);
    await ledger.close();
  });
});

describe('verification', () => {
  it('gives no false alarm while others record, sign and erase', async () => {
    const [busy, other] = [await open('busy.db'), await open('busy.db')];
    let isOver = false;
    const work = (async () => {
      for (let i = 0; !isOver; i++) {
        await record(busy, `${i}`, { initiator: `Person ${i}`, message: `by Person ${i}` });
        if (i % 5 === 4) await busy.eraseActor(`Person ${i}`, { aliases: [], dryRun: false });
      }
    })();
    const failures: unknown[] = [];
    for (let round = 0; round < 25; round++) failures.push(...(await other.verify({})).failures);
    isOver = true;
    await work;
    expect(failures).toEqual([]);
    expect(await busy.size()).toBeGreaterThan(50);
    await Promise.all([busy.close(), other.close()]);
  });
});
