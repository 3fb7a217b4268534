import { afterEach, expect, test, vi } from 'vitest';
import { readingLines, refusedLines } from '../../support/cli/lines-for-servers.ts';
import { program } from '../../support/cli/run-in-process.ts';
import { serverOnCopy } from '../../support/server-on-copy.ts';

afterEach(() => vi.unstubAllGlobals());

test('every command shows over a server what it shows on the file', async () => {
  const nowMs = Date.now();
  const { run, home } = program({ nowMs: () => nowMs });
  await run('demo');
  await run('record', '-s', 'checkout', '-v', '9.9.9', '-e', 'production', '--idempotency-key', 'last');
  const [last] = JSON.parse((await run('list', '--limit', '1')).stdout);
  const lines = [
    ...readingLines,
    ['get-deployment', last.id],
    ['get-deployment', last.id, '-f', 'table'],
    ['prove', last.id],
  ];
  await serverOnCopy(home);
  for (const line of lines) {
    const [onFile, overServer] = [await run(...line), await run(...line, '--database', 'http://localhost')];
    const { status, stdout } = onFile;
    expect({ line, status: overServer.status, stdout: overServer.stdout }).toEqual({ line, status, stdout });
    expect(`${line.join(' ')}: ${status}`).toBe(`${line.join(' ')}: 0`);
  }
});

test('what is refused on the file is refused over a server, in the same words', async () => {
  const { run, home } = program();
  await run('init');
  await run('record', '-s', 'checkout', '-v', '1', '-e', 'production');
  await serverOnCopy(home);
  for (const line of refusedLines) {
    const [onFile, overServer] = [await run(...line), await run(...line, '--database', 'http://localhost')];
    const [said] = onFile.stderr.split('\n');
    expect(overServer.status, line.join(' ')).toBe(onFile.status);
    expect(overServer.stderr.split('\n')[0]).toBe(said);
    expect(onFile.status).not.toBe(0);
  }
});
