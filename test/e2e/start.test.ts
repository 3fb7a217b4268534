import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
let clone = '';
beforeAll(() => {
  // A clone that is installed and built, but in which nothing was started yet.
  clone = mkdtempSync(join(tmpdir(), 'deploy-ledger-clone-'));
  for (const name of ['dist', 'node_modules', 'package.json', 'package-lock.json', 'scripts', 'src']) {
    symlinkSync(join(root, name), join(clone, name));
  }
});
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** What `npm start` runs, until it has said what to try. */
async function start() {
  const args = ['--preserve-symlinks', '--preserve-symlinks-main', join(clone, 'scripts', 'start.mjs')];
  const child = spawn(process.execPath, args, { cwd: clone, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  while (!said.includes('verify')) said += String((await once(child.stdout, 'data'))[0]);
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0] ?? '';
  return { child, said, url };
}

it('serves a demo fleet and says first how to do so with an own repository; a second start reuses it', async () => {
  const first = await start();
  expect(first.said).toContain('Making up a demo fleet');
  expect(first.said.indexOf('import git /path/to/your/repo')).toBeLessThan(first.said.indexOf('list-deployments'));
  const running = await (await fetch(`${first.url}/api/v1/running`)).json();
  expect(running).toMatchObject({ items: expect.arrayContaining([expect.objectContaining({ service: 'checkout' })]) });

  // It does not mind that the port is taken.
  const second = await start();
  expect(second.said).not.toContain('Making up a demo fleet');
  expect(second.url).not.toBe(first.url);
  for (const { child } of [first, second]) {
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  }
  await expect(fetch(first.url)).rejects.toThrow();
});
