import {
  chmodSync,
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FaultyDays } from '../../support/ledgers-faults.ts';

let days: FaultyDays;
let key: string;
beforeEach(async () => {
  days = new FaultyDays('keys');
  await days.run('init -q');
  await days.run('record-deployment -s api -e production -v 1 --initiator Ann');
  const folder = join(days.program.home, '.deploy-ledger', 'keys');
  key = join(folder, readdirSync(folder).find((name) => !name.includes('.')) ?? '');
});
afterEach(() => days.remove());

/** Asserts that nothing that has to be signed is recorded, and that what only reads goes on. */
async function expectUnsigned(status: number, says: RegExp, hint: RegExp): Promise<void> {
  writeFileSync(
    join(days.program.home, 'rows.jsonl'),
    '{"type":"deployment","service":"a","version":"1","environment":"test"}\n',
  );
  for (const line of [
    'record-deployment -s api -e production -v 2',
    'import jsonl rows.jsonl',
    'erase-actor Ann',
    'record-incident -s api -e production --severity low',
  ]) {
    const ended = await days.run(line);
    expect([line, ended.status, ended.stdout]).toEqual([line, status, '']);
    expect(ended.stderr).toMatch(says);
    expect(ended.stderr).toMatch(hint);
  }
  expect(await days.list()).toHaveLength(1);
  expect((await days.run('list-incidents -f json')).stdout.trim()).toBe('[]');
}

describe('the signing key', () => {
  it('is readable by its owner alone', () => {
    expect(statSync(key).mode & 0o777).toBe(0o600);
  });

  it('that others may read is not used until it is closed', async () => {
    chmodSync(key, 0o644);
    await expectUnsigned(5, /is open to others \(mode 644\)/, /hint: close it with: chmod 600 \S+/);
    expect(await days.verify()).toBe(1);
    chmodSync(key, 0o600);
    expect((await days.run('record-deployment -s api -e production -v 2')).status).toBe(0);
  });

  it('that is missing stops what has to be signed, and says where it is looked for', async () => {
    renameSync(key, `${key}.elsewhere`);
    await expectUnsigned(
      3,
      /the ledger's signing key is not on this machine: \S+ is missing/,
      /hint: .*DEPLOY_LEDGER_KEY_DIR/,
    );
    expect(await days.verify()).toBe(1);
    expect(existsSync(key)).toBe(false);
  });

  it('of another ledger is not used', async () => {
    const other = new FaultyDays('other');
    await other.run('init -q');
    const folder = join(other.program.home, '.deploy-ledger', 'keys');
    copyFileSync(join(folder, readdirSync(folder)[0] ?? ''), key);
    other.remove();
    await expectUnsigned(
      3,
      /the signing key \S+ belongs to another ledger, deploy-ledger\.local\//,
      /hint: put this ledger's own key there/,
    );
    expect(await days.verify()).toBe(1);
  });

  it('that is no key at all is not used, and never shown', async () => {
    writeFileSync(key, 'PRIVATE+KEY+something-secret\n');
    await expectUnsigned(3, /the signing key \S+ is no key: /, /hint: restore it from a copy/);
    const { stderr } = await days.run('checkpoint --verbose');
    expect(stderr).not.toContain('something-secret');
  });

  it('with a checkpoint beside it that was tampered with signs nothing more', async () => {
    const note = readFileSync(`${key}.checkpoint`, 'utf8');
    writeFileSync(`${key}.checkpoint`, note.replace('\n1\n', '\n2\n'));
    await expectUnsigned(
      6,
      /refusing to sign: the last checkpoint beside the signing key is not right/,
      /hint: put it back/,
    );
    const { status, stdout } = await days.run('verify -f json');
    expect([status, JSON.parse(stdout).failures[0].where]).toEqual([6, 'the last checkpoint beside the signing key']);
  });
});

describe('a copied ledger', () => {
  it('refuses to fork the log with exit 6 and the way out, and records nothing', async () => {
    const database = join(days.program.home, '.deploy-ledger', 'deployments.db');
    const copy = join(days.program.home, 'copy.db');
    copyFileSync(database, copy);
    expect((await days.run('record-deployment -s api -e production -v 2')).status).toBe(0);
    for (const line of ['record-deployment -s api -e production -v 3', 'erase-actor Ann']) {
      const { status, stdout, stderr } = await days.run(`${line} --database ${copy}`);
      expect([line, status, stdout]).toEqual([line, 6, '']);
      expect(stderr).toMatch(/^error: refusing to sign: this machine has already signed a log of 2 facts/);
      expect(stderr).toMatch(/hint: this database is a copy or an old backup: use the newest one/);
    }
    expect(JSON.parse((await days.run(`list -f json --database ${copy}`)).stdout)).toHaveLength(1);
    expect((await days.run('record-deployment -s api -e production -v 3')).status).toBe(0);
    expect(await days.verify()).toBe(3);
  });
});
