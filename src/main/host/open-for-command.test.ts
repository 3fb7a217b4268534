import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveSettings } from '../config/resolve-settings.ts';
import { openForCommand } from './open-for-command.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'open-'));
});
afterEach(() => rmSync(home, { recursive: true }));

const settings = (database?: string) => resolveSettings({ database }, { environment: {}, home, cwd: home });

test('makes the default ledger for what records, and for nothing else', async () => {
  const usual = await settings();
  for (const access of ['read', 'sign'] as const) {
    await expect(openForCommand(usual, access)).rejects.toMatchObject({
      code: 'storage',
      message: expect.stringContaining('nothing is recorded yet'),
    });
  }
  const ledger = await openForCommand(usual, 'record');
  await ledger.close();
  expect(existsSync(usual.database.value)).toBe(true);
});

test('makes no ledger in a place that was named, and says how to', async () => {
  const named = await settings('team.db');
  await expect(openForCommand(named, 'record')).rejects.toMatchObject({
    code: 'storage',
    hint: `make one with: deploy-ledger init --database ${join(home, 'team.db')}`,
  });
  expect(existsSync(named.database.value)).toBe(false);
});

test('refuses postgres://db/ledger, which it cannot open', async () => {
  await expect(openForCommand(await settings('postgres://db/ledger'), 'read')).rejects.toMatchObject({
    code: 'invalid',
    message: expect.stringContaining('is not supported by this version'),
  });
});

test('opens a server by its address, and sends nothing until it is used', async () => {
  const ledger = await openForCommand(await settings('https://ledger.example'), 'record');
  await ledger.close();
  expect(ledger.origin).toBe('https://ledger.example');
});
