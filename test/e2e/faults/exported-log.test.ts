import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FaultyDays } from '../../support/ledgers-faults.ts';
import { goEnvironment, isMissing } from '../../support/system-programs.ts';

const days = new FaultyDays('exported');
const scratch = mkdtempSync(join(tmpdir(), 'deploy-ledger-exported-'));
const [whole, spoilt, verifier] = ['whole', 'spoilt', 'verifier'].map((name) => join(scratch, name)) as [
  string,
  string,
  string,
];
let key: string;

beforeAll(async () => {
  const { stdout } = await days.run('init -f json');
  key = JSON.parse(stdout).verifierKey;
  expect((await days.run('demo')).status).toBe(0);
  expect((await days.run(`export --format tlog --output ${whole}`)).status).toBe(0);
});
afterAll(() => {
  days.remove();
  rmSync(scratch, { recursive: true, force: true });
});

/** Verifies an exported log with this program, in a home without the ledger. */
async function verifyOffline(directory: string) {
  const elsewhere = new FaultyDays('elsewhere');
  try {
    return await elsewhere.run(`verify ${directory} --key ${key} -f json`);
  } finally {
    elsewhere.remove();
  }
}

/** Copies the exported log and does something to the file whose path begins so, the last of them. */
function spoil(begin: string, change: (path: string) => void): void {
  rmSync(spoilt, { recursive: true, force: true });
  cpSync(whole, spoilt, { recursive: true });
  const files = readdirSync(spoilt, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((file) => file.isFile())
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => path.startsWith(join(spoilt, begin)));
  change(files.sort().at(-1) ?? begin);
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  const middle = bytes.length >> 1;
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

const faults: readonly [name: string, begin: string, change: (path: string) => void][] = [
  ['a byte of an entry changed', 'tile/entries/000', flip],
  ['a byte of the last entries changed', 'tile/entries/', flip],
  ['a byte of a tile changed', 'tile/0/000', flip],
  ['a byte of the last tile changed', 'tile/0/', flip],
  ['a byte of an upper tile changed', 'tile/1/', flip],
  ['entries missing', 'tile/entries/', rmSync],
  ['a tile missing', 'tile/0/001', rmSync],
  ['the last tile missing', 'tile/0/', rmSync],
  ['a tile cut off', 'tile/0/000', (path) => writeFileSync(path, readFileSync(path).subarray(32))],
  [
    'entries that go on',
    'tile/entries/000',
    (path) => writeFileSync(path, Buffer.concat([readFileSync(path), Buffer.alloc(2)])),
  ],
  ['a byte of the checkpoint changed', 'checkpoint', flip],
  ['the checkpoint missing', 'checkpoint', rmSync],
];

describe('an exported log', () => {
  it('verifies offline, with the verifier key alone', async () => {
    const { status, stdout } = await verifyOffline(whole);
    const { ok, size } = JSON.parse(stdout);
    expect([status, ok]).toEqual([0, true]);
    expect(size).toBe(await days.verify());
  });

  it.each(faults)('with %s is refused', async (_, begin, change) => {
    spoil(begin, change);
    const { status, stderr } = await verifyOffline(spoilt);
    expect(begin === 'checkpoint' ? [2, 6] : [6]).toContain(status);
    expect(stderr).toMatch(/^error: .+\n {2}hint: /);
  });

  it('is refused under the key of another ledger', async () => {
    const other = new FaultyDays('other');
    const { stdout } = await other.run('init -f json');
    const { status } = await other.run(`verify ${whole} --key ${JSON.parse(stdout).verifierKey}`);
    other.remove();
    expect(status).toBe(6);
  });
});

describe.skipIf(isMissing('go'))("the Go project's own code", () => {
  beforeAll(() => {
    const source = join(import.meta.dirname, '..', 'tlog-verifier', 'main.go');
    const env = { ...process.env, ...goEnvironment, GOFLAGS: '', GOCACHE: join(scratch, 'go-cache') };
    execFileSync('go', ['build', '-o', verifier, source], { env });
  });

  const verifyByGo = (directory: string) => spawnSync(verifier, [directory, key], { encoding: 'utf8' });

  it('accepts the exported log, with the same size and root', async () => {
    const { status, stdout, stderr } = verifyByGo(whole);
    expect([status, stderr]).toEqual([0, '']);
    const { size, root } = JSON.parse((await verifyOffline(whole)).stdout);
    expect(stdout).toBe(`ok ${size} ${Buffer.from(root, 'hex').toString('base64')}\n`);
  });

  it.each(faults)('refuses it with %s', (_, begin, change) => {
    spoil(begin, change);
    expect(verifyByGo(spoilt).status).toBe(1);
  });
});
