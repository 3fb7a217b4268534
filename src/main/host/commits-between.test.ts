import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commitsBetween } from './commits-between.ts';

let repository: string;
const environment = { PATH: process.env['PATH'] };

function git(seconds: number, ...args: string[]): string {
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  const date = `@${seconds} +0100`;
  const env = { ...environment, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date, GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', ['-C', repository, ...identity, ...args], { env, encoding: 'utf8' }).trim();
}

beforeAll(() => {
  repository = mkdtempSync(join(tmpdir(), 'commits-'));
  git(0, 'init', '--quiet');
  for (const second of [1, 2, 3]) {
    git(1_700_000_000 + second, 'commit', '--quiet', '--allow-empty', '-m', `commit ${second}`);
    git(0, 'tag', `v${second}`);
  }
});
afterAll(() => rmSync(repository, { recursive: true }));

test('finds the commits of a range with the times at which they were made', async () => {
  expect(await commitsBetween('v1..v3', repository, environment)).toEqual([
    { sha: git(0, 'rev-parse', 'v3'), committedAt: 1_700_000_003 },
    { sha: git(0, 'rev-parse', 'v2'), committedAt: 1_700_000_002 },
  ]);
  expect(await commitsBetween('v3..v1', repository, environment)).toEqual([]);
});

test.each(['v1', '--output=/tmp/x..y', 'v1 v2..v3', ''])('refuses %j, which is no range', async (range) => {
  await expect(commitsBetween(range, repository, environment)).rejects.toMatchObject({ code: 'invalid' });
});

test('says what git says of a range that is not there', async () => {
  await expect(commitsBetween('v1..v9', repository, environment)).rejects.toThrow(/cannot read/);
});
