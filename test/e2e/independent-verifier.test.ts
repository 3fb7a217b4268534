import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BuiltProgram } from '../support/cli/built-program.ts';
import { goEnvironment, isMissing } from '../support/system-programs.ts';

const source = join(import.meta.dirname, 'tlog-verifier', 'main.go');

describe.skipIf(isMissing('go'))("an exported log, in the eyes of Go's sumdb/tlog and sumdb/note", () => {
  const program = new BuiltProgram();
  const log = join(program.home, 'log');
  const verifier = join(program.home, 'tlog-verifier');
  let verifierKey = '';

  beforeAll(async () => {
    const environment = { ...process.env, ...goEnvironment, GOCACHE: join(program.home, 'go-cache') };
    const built = spawnSync('go', ['build', '-o', verifier, source], { env: environment, encoding: 'utf8' });
    expect(built.stderr).toBe('');
    const made = await program.run('init', '-f', 'json');
    verifierKey = JSON.parse(made.stdout).verifierKey;
    await program.run('demo', '--seed', '7');
    expect((await program.run('export', '--format', 'tlog', '--output', log)).status).toBe(0);
  });
  afterAll(() => program.remove());

  function check(key = verifierKey) {
    return spawnSync(verifier, [log, key], { encoding: 'utf8' });
  }

  it('holds: its checkpoint, every tile, every entry and proofs between them', async () => {
    const verified = await program.run('verify', '-f', 'json');
    const { size, root } = JSON.parse(verified.stdout);
    expect(size).toBeGreaterThan(4000);
    expect(check().stdout.trim()).toBe(`ok ${size} ${Buffer.from(root, 'hex').toString('base64')}`);
  });

  it('is refused under another key', async () => {
    const other = await program.run('init', '-d', 'other.db', '-f', 'json');
    expect(check(JSON.parse(other.stdout).verifierKey).status).not.toBe(0);
  });

  it('is refused when one byte of one entry is changed, as our own verification refuses it', async () => {
    const bundle = join(log, 'tile', 'entries', '003');
    const bytes = readFileSync(bundle);
    const changed = Buffer.from(bytes);
    changed.writeUInt8(changed.readUInt8(100) ^ 1, 100);
    writeFileSync(bundle, changed);
    expect(check().status).not.toBe(0);
    const ours = await program.run('verify', log, '--key', verifierKey, '-f', 'json');
    expect(ours.status).toBe(6);
    expect(JSON.parse(ours.stdout).failures[0]).toMatchObject({ index: 768 });
    writeFileSync(bundle, bytes);
    expect(check().status).toBe(0);
  });
});
