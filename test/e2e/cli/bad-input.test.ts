import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

const program = new BuiltProgram();
beforeAll(() => program.run('init', '--quiet'));
afterAll(() => program.remove());

const api = 'record-deployment -s api -v 1 -e production';

test.each([
  ['recrod-deployment', 2, 'did you mean "record-deployment"?'],
  ['record-deployment', 2, '--service is missing'],
  ['record-deployment -s api -v 1', 2, '--environment is missing'],
  ['record-deployment -s api -v 1 -e prodution', 2, 'unknown environment "prodution"; did you mean "production"?'],
  ['record-deployment -s "" -v 1 -e production', 2, '--service: is empty'],
  ['record-deployment -s api -v 1 -e ""', 2, '--environment: is empty'],
  ["record-deployment -s $'a\\x01' -v 1 -e production", 2, 'holds a control character'],
  [`${api} --status sucess`, 2, 'did you mean "success"?'],
  [`${api} --status rolled-back`, 2, 'unknown status "rolled-back"'],
  [`${api} --type cannary`, 2, 'did you mean "canary"?'],
  [`${api} --kind databse-migration`, 2, 'did you mean "database-migration"?'],
  [`${api} --started tomorrow`, 2, '--started: "tomorrow" is not a time'],
  [`${api} --started 2026-02-30`, 2, '--started: "2026-02-30" is not a time'],
  [`${api} --started now --completed -2h`, 2, 'before it started'],
  [`${api} --status in-progress --completed now`, 2, '--completed'],
  [`${api} --replicas many`, 2, '--replicas: "many" is not a number'],
  [`${api} --replicas -1`, 2, '--replicas'],
  [`${api} --canary-percentage 101`, 2, '--canary-percentage: 101 is not a percentage'],
  [`${api} --metadata ticket`, 2, '--metadata: "ticket" is not key=value'],
  [`${api} --window noon`, 2, '--window: "noon" is not a window'],
  [`${api} --artifact latest`, 2, '--artifact: "latest" is not a digest'],
  [`${api} --commits v1..v2`, 1, 'git cannot read'],
  [`${api} --commits v1`, 2, '--commits: "v1" is not a range'],
  ['update-deployment nothing --status success', 1, 'no deployment "nothing" is recorded'],
  ['correct-deployment nothing --set version=1', 2, '--reason is missing'],
  ['get-deployment nothing', 1, 'no deployment "nothing" is recorded'],
  ['get-deployment', 2, 'which deployment?'],
  ['resolve-incident nothing', 1, 'no incident "nothing" is recorded'],
  ['record-rollback -s api --from-version 2 --to-version 1', 2, '--reason is missing'],
  ['record-incident -s api --severity huge', 2, '--severity: unknown severity "huge"'],
  ['register-service api --owner a@example.com', 2, '--owner'],
  ['register-environment qa --tier testig', 2, 'did you mean "testing"?'],
  ['list --status failre', 2, 'did you mean "failure"?'],
  ['list --type cannary', 2, 'did you mean "canary"?'],
  ['list --environment prodution', 2, 'did you mean "production"?'],
  ['list --limit 0', 2, '--limit: "0" is not a number of rows'],
  ['list --from now --to -1d', 2, '--to -1d is not after --from now'],
  ['list --cursor nonsense', 2, 'error: '],
  ['list --format jsn', 2, 'did you mean "json"?'],
  ['show-metrics --metric frequncy', 2, 'did you mean "frequency"?'],
  ['show-metrics --metric led-time', 2, 'there is no "led-time"; did you mean "lead-time"?'],
  ['show-metrics --metric health', 2, 'ask by another one with --profile: classic'],
  ['show-metrics --profile gitlap', 2, 'did you mean "gitlab"?'],
  ['show-metrics --profile dora --against nobody', 2, 'known are: dora, classic'],
  ['show-metrics --period 0', 2, '--period'],
  ['show-metrics --tz Europe/Atlantis', 2, 'is not a time zone'],
  ['diff staging prodution', 2, 'did you mean "production"?'],
  ['export', 2, 'export needs --format'],
  ['export -f csv', 2, 'unknown option "-f"'],
  ['--format csv export', 2, 'export needs --format'],
  ['export --format sqlite', 2, 'add --output FILE'],
  ['export --format parquet', 2, 'one of: json, jsonl, csv, markdown, org, sexp, sqlite, tlog'],
  ['export --format tlog', 2, 'it needs a directory'],
  ['export --format csv --output /nowhere/at/all', 3, 'cannot write /nowhere/at/all'],
  ['import cvs a.csv', 2, 'did you mean "csv"?'],
  ['import csv nothing.csv', 1, 'there is no file nothing.csv'],
  ['import git /nowhere', 1, 'git cannot read "/nowhere"'],
  ['verify --against nothing.txt', 1, 'there is no file nothing.txt'],
  ['verify --only logs', 2, 'did you mean "log"?'],
  ['verify-proof nothing', 1, 'there is no file nothing'],
  ['prove nothing', 1, 'nothing is recorded under the id "nothing"'],
  ['erase-actor Nobody', 1, 'nothing sealed in the ledger names "Nobody"'],
  ['completion tcsh', 2, 'one of: bash, zsh, fish'],
  ['config get', 2, 'one of: show'],
  ['--config nothing.yaml list', 2, '--config: there is no file'],
  ['-d team.db list', 3, 'init --database'],
  [`-d team.db ${api}`, 3, 'init --database'],
  ['-d postgres://db/x list', 2, 'is not supported by this version'],
  ['-d http://127.0.0.1:1 list', 4, 'cannot be reached'],
])('%s: status %i', async (line, status, message) => {
  const ended = await program.shell(`gdl ${line}`);
  expect(ended).toMatchObject({ status, stdout: '', stderr: expect.stringContaining(message) });
  expect(ended.stderr).toMatch(/^error: /);
  expect(ended.stderr).not.toContain('defect');
});

test('a file that is no ledger is left as it is', async () => {
  const { status, stderr } = await program.shell('echo "my diary" > diary.db; gdl list -d diary.db; cat diary.db');
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.stringContaining('error: ') });
  const { stdout } = await program.shell('cat diary.db');
  expect(stdout).toBe('my diary\n');
});

test('the same key with another content is a conflict, and with the same no second record', async () => {
  const first = await program.shell(`gdl ${api} --idempotency-key k --completed 2026-01-15`);
  const again = await program.shell(`gdl ${api} --idempotency-key k --completed 2026-01-15`);
  expect(again.stdout).toBe(first.stdout);
  const other = await program.shell(`gdl ${api} --idempotency-key k --completed 2026-01-16`);
  expect(other).toMatchObject({ status: 1, stderr: expect.stringContaining('was used before with another content') });
});
