import { afterEach, beforeEach, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

let program: BuiltProgram;
beforeEach(() => {
  program = new BuiltProgram();
});
afterEach(() => program.remove());

async function json(line: string) {
  const { status, stdout, stderr } = await program.shell(`gdl ${line} -f json`);
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

async function record(version: string, completed: string): Promise<string> {
  return (await json(`record -s api -v ${version} -e production --completed ${completed}`)).id;
}

const incidents = async () => (await json('list-incidents')) as { id: string; causedBy: string; attribution: object }[];
const failed = async () => {
  const { groups } = await json('show-metrics --metric mttr --explain');
  return groups[0].metrics.mttr.explain.denominator;
};

test('blames the version that was rolled back, and the one below it only when an incident says so', async () => {
  await record('1', '-10h');
  const second = await record('2', '-9h');
  const third = await record('3', '-8h');
  await program.shell('gdl rollback -s api --from-version 3 --to-version 1 -r "errors" --timestamp -7h');
  expect(await json('list')).toMatchObject([
    { id: third, status: 'rolled-back', undone: false },
    { id: second, status: 'success', undone: true },
    { status: 'success', undone: false },
  ]);
  expect(await failed()).toEqual([third]);
  await program.shell('gdl record-incident -s api --id INC-1 --opened -8.5h --resolved -8.2h');
  expect(await incidents()).toMatchObject([
    { id: 'INC-1', causedBy: null, attribution: { deployment: second, by: 'derived', confidence: 'high' } },
  ]);
  expect((await failed()).sort()).toEqual([second, third].sort());
  expect(await json(`get-deployment ${second}`)).toMatchObject({ status: 'success', incidents: [{ id: 'INC-1' }] });
});

test('lets a person confirm, change and deny what is derived', async () => {
  const first = await record('1', '-3h');
  const second = await record('2', '-2h');
  await program.shell('gdl record-incident -s api --id INC-1 --opened -1h -q');
  expect(await incidents()).toMatchObject([{ causedBy: null, attribution: { deployment: second } }]);
  expect(await json(`attribute-incident INC-1 --caused-by ${first}`)).toMatchObject({
    causedBy: first,
    attribution: { deployment: first, by: 'named', confidence: 'confirmed' },
  });
  expect((await program.run('attribute-incident', 'INC-1', '--caused-by', 'none')).stdout).toBe(
    'Incident attributed: INC-1 to no deployment\n',
  );
  expect(await incidents()).toMatchObject([
    { causedBy: null, attribution: { deployment: null, by: 'named', confidence: 'confirmed' } },
  ]);
  expect(await failed()).toEqual([]);
  expect(await program.run('attribute-incident', 'INC-1')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('--caused-by: name the deployment'),
  });
  expect((await program.run('list-incidents', '-f', 'csv')).stdout).toContain('causedBy,attributedTo,confidence');
});

test('knows its own export, line by line', async () => {
  await program.shell(
    'gdl record -s api -v 1 -e production --completed -3h; gdl record -s api -v 2 -e prod-eu --new-environment -q; ' +
      'gdl register-service -s api --depends-on db -q; gdl record-incident -s api --id INC-1 --title "slow" -q; ' +
      'gdl attribute-incident INC-1 --caused-by none -q; gdl resolve-incident INC-1 -q',
  );
  const exported = (await program.run('export', '--format', 'jsonl', '--output', 'all.jsonl')).status;
  expect(exported).toBe(0);
  expect(await program.run('import', 'jsonl', 'all.jsonl')).toMatchObject({
    status: 0,
    stdout: 'Recorded 0 new, 7 known already\n',
  });
});
