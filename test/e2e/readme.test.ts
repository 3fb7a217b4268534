import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

interface Step {
  readonly command: string;
  /** What the text says that it prints. */
  readonly prints: string | undefined;
}

/** The commands of the README's tour: the shell blocks that are marked as part of it. */
function tour(): Step[] {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const blocks = [...readme.matchAll(/<!-- tour -->\n```sh\n([^`]*)```/g)];
  return blocks.flatMap(([, block = '']) => stepsOf(block));
}

function stepsOf(block: string): Step[] {
  const lines = block.trimEnd().split('\n');
  return lines.map((line) => {
    const [command = '', remark = ''] = line.split(/\s+# /);
    return { command, prints: /^prints: (.*)$/.exec(remark)?.[1] };
  });
}

/** The commands that the documents show to readers. */
function documented(): Step[] {
  const files = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));
  return files.flatMap((name) => {
    const text = readFileSync(join(root, 'docs', name), 'utf8');
    return [...text.matchAll(/```sh\n([^`]*)```/g)].flatMap(([, block = '']) => stepsOf(block));
  });
}

let home = '';
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'deploy-ledger-tour-'));
  mkdirSync(join(home, 'bin'));
  symlinkSync(join(root, 'dist', 'bin', 'bin.js'), join(home, 'bin', 'deploy-ledger'));
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function run(command: string): string {
  const env = { PATH: [join(home, 'bin'), process.env['PATH']].join(delimiter), HOME: home, USER: 'ann' };
  return execFileSync('bash', ['-euc', command], { cwd: home, env, encoding: 'utf8' });
}

describe('the tour in the README', () => {
  it('has commands to run', () => {
    expect(tour().length).toBeGreaterThan(15);
  });

  it.each(tour())('runs $command', ({ command, prints }) => {
    expect(run(command)).toContain(prints ?? '');
  });
});

describe('the documents', () => {
  it.each(documented())('show a command that works: $command', ({ command, prints }) => {
    expect(run(command)).toContain(prints ?? '');
  });
});
