import { afterAll, expect, test } from 'vitest';
import { metricNames } from '../../../src/app/metrics/metrics-query.ts';
import { BuiltProgram } from '../../support/cli/built-program.ts';

const program = new BuiltProgram();
afterAll(() => program.remove());

/** What bash offers after a line that was typed so far; its last word is to be completed. */
async function offered(...words: string[]): Promise<string[]> {
  const typed = words.map((word) => `'${word}'`).join(' ');
  const { stdout } = await program.shell(
    `source <(gdl completion bash)
     complete -p gdl deploy-ledger guile-deploy-ledger >/dev/null || exit
     COMP_WORDS=(${typed}); COMP_CWORD=${words.length - 1}
     _deploy_ledger
     printf '%s\\n' "\${COMPREPLY[@]}"`,
  );
  return stdout.split('\n').filter((line) => line !== '');
}

test.each([
  [['gdl', 'list-d'], ['list-deployments']],
  [['gdl', 'record', '--idem'], ['--idempotency-key']],
  [['gdl', 'record-deployment', '--status', 'su'], ['success']],
  [['gdl', 'record', '-t', 'blue'], ['blue-green']],
  [['gdl', '-d', 'x.db', '--format', 'csv', 'list', '--kind', 'data'], ['database-migration']],
  [
    ['gdl', '--format', 'json'],
    ['json', 'jsonl'],
  ],
  [
    ['gdl', 'import', 'git'],
    ['git', 'github', 'gitlab'],
  ],
  [
    ['gdl', 'show-metrics', '--metric', ''],
    [...metricNames, 'all'],
  ],
  [
    ['gdl', 'completion', ''],
    ['bash', 'zsh', 'fish'],
  ],
  [['gdl', 'record', '--service', ''], []],
])('bash completes %j', async (words, expected) => {
  expect(await offered(...words)).toEqual(expected);
});

test('bash completes files where files are meant', async () => {
  await program.shell('touch deployments.csv');
  expect(await offered('gdl', 'import', 'csv', 'deploy')).toEqual(['deployments.csv']);
});

test.each(['bash', 'zsh', 'fish'])('%s is told of every command and its options', async (shell) => {
  const { status, stdout } = await program.run('completion', shell);
  expect(status).toBe(0);
  for (const word of ['verify-proof', 'rollback-when', 'feature-flag', 'erase-actor']) expect(stdout).toContain(word);
});
