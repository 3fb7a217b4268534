import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { allRows } from '../../bench/rows/all-rows.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bench = (...args: string[]) =>
  spawnSync(process.execPath, ['scripts/bench.mjs', ...args], { cwd: root, encoding: 'utf8' });

describe('the bench', () => {
  it('prints the machine and a table with every row', () => {
    const { status, stdout, stderr } = bench('--quick');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^machine .*\nNode\.js .*SQLite \d+\.\d+.*\ndisk /);
    const measured = new Set(stdout.split('\n').map((line) => line.split(' ', 1)[0]));
    expect(allRows.map(({ name }) => name).filter((name) => !measured.has(name))).toEqual([]);
  });

  it('refuses a row that it does not have', () => {
    const { status, stderr } = bench('--only', 'nothing');
    expect(status).toBe(1);
    expect(stderr).toContain('the bench has no row "nothing"; it has append, ');
  });
});
