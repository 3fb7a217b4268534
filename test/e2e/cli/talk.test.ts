import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

// The command lines of the original talk, word for word; each test goes on where the one before ended.
const program = new BuiltProgram();
afterAll(() => program.remove());

async function answer(line: string): Promise<string> {
  const { status, stdout, stderr } = await program.shell(`gdl ${line}`);
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
  return stdout;
}

async function json(line: string) {
  return JSON.parse(await answer(line));
}

test('the quick start', async () => {
  expect(await json('init')).toMatchObject({ created: true, verifierKey: expect.stringContaining('+') });
  const recorded = await answer(
    'record-deployment --service my-app --version 1.0.0 --environment staging --type rolling',
  );
  expect(recorded).toMatch(/^Deployment recorded: deploy-\d{10}-[0-9a-z]{10}\n$/);
  const shown = await json('show-metrics --service my-app');
  expect(shown.warnings).toEqual([expect.stringContaining('--environment staging')]);
  const { groups } = await json('show-metrics --service my-app --environment staging');
  expect(groups[0].metrics.frequency).toMatchObject({ numerator: 1 });
});

describe('recording', () => {
  test('a blue-green deployment with its times', async () => {
    const line =
      'record-deployment --service my-app --version 1.2.0 --environment production --type blue-green ' +
      '--started 2024-01-15T10:00:00Z --completed 2024-01-15T10:15:00Z --status success --initiator alice';
    expect(await answer(line)).toMatch(/^Deployment recorded: deploy-/);
  });

  test('a canary on its way', async () => {
    const line =
      'record-deployment --service my-app --version 1.3.0 --environment production --type canary --canary-percentage 10 ' +
      '--status in-progress';
    expect(await answer(line)).toMatch(/^Deployment recorded: deploy-/);
    expect(await json('list-deployments --type canary')).toMatchObject([{ progress: { percentage: 10 } }]);
  });

  test('a failure, the success after it and a rollback', async () => {
    await answer('record-deployment -s my-app -v 1.4.0 -e production --status failure --completed -2h');
    await answer('record-deployment -s my-app -v 1.4.1 -e production --status success --completed -1h');
    const line =
      'record-rollback --service my-app --from-version 1.2.0 --to-version 1.1.0 --reason "Memory leak detected" ' +
      '--environment production --timestamp 2024-01-15T11:00:00Z';
    expect(await answer(line)).toMatch(/^Rollback recorded: rollback-\d{10}-[0-9a-z]{10}\n$/);
  });

  test('a monolith in its window', async () => {
    const line =
      'record-monolith-deployment --application legacy-erp --version 2024.1.15 --environment production ' +
      '--deployment-window "02:00-04:00 UTC" --downtime-expected';
    expect(await answer(line)).toMatch(/^Deployment recorded: deploy-/);
    expect(await json('list-deployments --service legacy-erp')).toMatchObject([
      { strategy: 'big-bang', window: '02:00-04:00 UTC', downtimeExpected: true, version: '2024.1.15' },
    ]);
    expect(await json('list-services')).toContainEqual(
      expect.objectContaining({ name: 'legacy-erp', serviceType: 'monolith' }),
    );
  });
});

describe('asking', () => {
  test.each([
    ['list-deployments --service my-app', 5],
    ['list-deployments --service my-app --from 2024-01-01 --to 2024-01-31', 1],
    ['list-deployments --type canary', 1],
    ['list-deployments --status failure', 1],
    ['list-deployments --status succeeded --limit 20 --format json', 3],
    ['list-deployments --since 2024-01-01 --until 2024-02-01', 1],
    ['list --service nothing', 0],
  ])('%s', async (line, count) => {
    expect(await json(line)).toHaveLength(count);
  });

  test('get-deployment by its id', async () => {
    const [{ id }] = await json('list-deployments --status rolled-back');
    const deployment = await json(`get-deployment --deployment-id ${id}`);
    expect(deployment).toMatchObject({ id, version: '1.2.0', durationMs: 900_000, rollback: { toVersion: '1.1.0' } });
    expect(await json(`get-deployment ${id}`)).toEqual(deployment);
  });

  test.each([
    ['show-metrics --metric frequency --service my-app --period 30', 'frequency'],
    ['show-metrics --metric mttr --service my-app', 'mttr'],
    ['show-metrics --metric success-rate --period 7', 'success-rate'],
    ['show-metrics --metric success_rate --period 7', 'success-rate'],
  ])('%s', async (line, metric) => {
    const { groups } = await json(line);
    expect(groups).toHaveLength(1);
    expect(Object.keys(groups[0].metrics)).toEqual([metric]);
  });

  test.each([
    ['type', ['big-bang', 'rolling']],
    ['service', ['legacy-erp', 'my-app']],
    ['environment', ['production']],
  ])('show-metrics --group-by %s', async (dimension, names) => {
    const { groups } = await json(`show-metrics --group-by ${dimension} --period 7`);
    expect(groups.map(({ by }: { by: Record<string, string> }) => by[dimension])).toEqual(names);
  });

  test('show-metrics --group-by day', async () => {
    const { groups } = await json('show-metrics --group-by day --period 7 --service my-app');
    expect(groups.length).toBeGreaterThanOrEqual(7);
  });
});

describe('exporting', () => {
  const file = (name: string) => join(program.home, name);
  beforeAll(() => answer('record-incident --service my-app --severity high --title "slow" --opened -90m'));

  test.each([
    ['sexp', 'deployments.scm', /^\(\(\(type \. "deployment"\)/],
    ['json', 'deployments.json', /^\[\n {2}\{\n {4}"type": "deployment"/],
    ['csv', 'deployments.csv', /^id,service,version,environment,/],
    ['org', 'report.org', /^#\+TITLE: /],
    ['org-mode', 'report2.org', /^#\+TITLE: [\s\S]*\n\* Rollbacks\n[\s\S]*Memory leak detected/],
    ['markdown', 'report.md', /^# [\s\S]*\n## Incidents\n[\s\S]*slow/],
  ])('export --format %s --output %s', async (format, name, beginning) => {
    expect(await answer(`export --format ${format} --output ${name}`)).toBe('');
    expect(readFileSync(file(name), 'utf8')).toMatch(beginning);
  });

  test('export --date-from --date-to', async () => {
    const csv = await answer('export --format csv --date-from 2024-01-01 --date-to 2024-02-01');
    expect(csv.trimEnd().split('\r\n')).toHaveLength(2);
  });
});
