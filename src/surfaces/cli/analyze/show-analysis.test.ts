import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Program, program } from '../../../../test/support/cli/run-in-process.ts';
import { analysisTypes } from '../../../app/analyze/analysis-query.ts';

const monday = Date.UTC(2026, 0, 5, 10, 30);
const dayMs = 86_400_000;
const window = ['--from', '2026-01-05', '--to', '2026-04-06'];

/** Thirteen weeks of a deployment each working day; each of Friday's fails, and each week one more is shipped on its Monday. */
async function withHistory(): Promise<Program> {
  const here = program({ isTerminal: true, width: 100, nowMs: () => Date.UTC(2026, 3, 10) });
  const lines: string[] = [];
  const ship = (week: number, day: number, service: string) => {
    const at = monday + (week * 7 + day) * dayMs;
    const times = { startedAt: new Date(at - 300_000), finishedAt: new Date(at) };
    const status = day === 4 ? 'failure' : 'success';
    const version = `build-${lines.length}x`;
    lines.push(JSON.stringify({ type: 'deployment', service, version, environment: 'production', status, ...times }));
  };
  for (let week = 0; week < 13; week++) {
    for (let day = 0; day < 5; day++) ship(week, day, 'api');
    for (let more = 0; more < week; more++) ship(week, 0, 'web');
  }
  writeFileSync(join(here.home, 'history.jsonl'), lines.join('\n'));
  await here.run('init');
  expect((await here.run('import', 'jsonl', join(here.home, 'history.jsonl'))).status).toBe(0);
  return here;
}

test('shows people the patterns alone, and how much was tested', async () => {
  const { run } = await withHistory();
  const { stdout, stderr } = await run('analyze', '--type', 'failure_patterns', ...window);
  expect(stdout.split('\n')[0]).toMatch(/^TRAIT +VALUE +FAILED +ON DAYS +RATE +OTHERWISE +LIFT +Q +FAILING$/);
  expect(stdout).toMatch(/^weekday +Friday +13 of 13 +13 +100\.0 % +0\.0 % +11 × +\S+ +█{16}$/m);
  expect(stdout).not.toContain('Monday');
  expect(stderr).toContain('Looked at 143 deployments, of which 13 failed: ');
  const wide = await run('analyze', '--type', 'failure-patterns', ...window, '-f', 'wide');
  expect(wide.stdout).toMatch(/^weekday +Monday +0 of 91 +0 /m);
});

test('draws the hours of a week with a bar for each hour', async () => {
  const { run } = await withHistory();
  const { stdout } = await run('analyze', '--type', 'peak-times', ...window, '--tz', 'Europe/Berlin');
  expect(stdout).toMatch(/^HOUR +MON +TUE +WED +THU +FRI +SAT +SUN +ALL +DEPLOYMENTS$/m);
  expect(stdout).toMatch(/^11:00 +7\d +12 +12 +12 +12 +· +· +\d+ +█{20}$/m);
  expect(stdout).toMatch(/^12:00 +\d+ +1 +1 +1 +1 +· +· +\d+ +\S+$/m);
  expect(stdout).toContain('Outside of working hours (Mon to Fri, 09:00 to 17:00): 0.0 %');
});

test('draws the course of each service under that of all', async () => {
  const { run } = await withHistory();
  const { stdout } = await run('analyze', '--type', 'velocity', ...window);
  expect(stdout.split('\n').slice(1, 4)).toEqual([
    expect.stringMatching(/^all together +130 +10 .+ ▃.+█ +↗ rising$/),
    expect.stringMatching(/^web +78 +6 .+ ▂.+█ +↗ rising$/),
    expect.stringMatching(/^api +52 +4 +1d +- +█{12} +→ no trend$/),
  ]);
});

test('says which metrics go which way, and why nothing can be said of another', async () => {
  const { run } = await withHistory();
  const { stdout, stderr } = await run('analyze', '--type', 'trend', ...window);
  expect(stdout).toMatch(/^frequency +\S+ +16 +\+1 +↗ rising +\S+ +12$/m);
  expect(stdout).toMatch(/^failure-rate .+ points +↘ falling +\S+ +12$/m);
  expect(stdout).toMatch(/^duration +█{12} +5m +0s +→ no trend +1\.000 +12$/m);
  expect(stdout).toMatch(/^recovery +·{12} +- +- +- +- +0$/m);
  expect(stderr).toContain('recovery: a trend takes 10 whole weeks with a value, and there are 0');
});

test('gives programs the whole report, and files a row for each find', async () => {
  const { run } = await withHistory();
  const trend = ['analyze', '--type', 'trend', ...window];
  const report = JSON.parse((await run(...trend, '-f', 'json')).stdout);
  expect(report).toMatchObject({
    type: 'trend',
    lookedAt: { wholeWeeks: 12, outsideWholeWeeks: 5 },
    threshold: 0.05,
    reason: null,
    warnings: [],
  });
  expect(report.rows[0].weekly).toHaveLength(12);
  expect((await run(...trend, '-f', 'csv')).stdout).toMatch(/^metric,unit,direction,.+\r\nfrequency,1\/week,rising,1,/);
  expect((await run(...trend, '-f', 'name')).stdout).toBe('frequency\nfailure-rate\nduration\nrecovery\n');
});

test('says why it has nothing to say', async () => {
  const { run } = program({ isTerminal: true, width: 80 });
  await run('init');
  const { status, stdout, stderr } = await run('analyze', '--type', 'velocity');
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  expect(stderr).toContain('Nothing to say: no deployment ended in the window.');
});

test.each(['dependencies', 'impact'])(
  'says in one sentence that there are no %s to show when none are known',
  async (type) => {
    const { run } = await withHistory();
    const { status, stdout, stderr } = await run('analyze', '--type', type, ...window);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr.match(/deploy-ledger register-service --name NAME --depends-on A,B/g)).toHaveLength(1);
    expect(JSON.parse((await run('analyze', '--type', type, ...window, '-f', 'json')).stdout).rows).toHaveLength(2);
    await run('register-service', '--name', 'web', '--depends-on', 'api');
    expect((await run('analyze', '--type', type, ...window)).stdout).toMatch(/^api /m);
  },
);

test('knows no service that nobody deployed, whatever the type', async () => {
  const { run } = await withHistory();
  for (const type of analysisTypes) {
    const { status, stderr } = await run('analyze', '--type', type, ...window, '--service', 'apy');
    expect({ type, status }).toEqual({ type, status: 1 });
    expect(stderr).toContain('unknown service "apy"; did you mean "api"?');
  }
});
