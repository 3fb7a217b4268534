import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';
import { faultsIn } from '../../support/metrics/every-number.ts';

const program = new BuiltProgram();
afterAll(() => program.remove());

async function answer(line: string): Promise<string> {
  const { status, stdout, stderr } = await program.shell(`gdl ${line}`);
  expect({ status, stderr }).toMatchObject({ status: 0, stderr: expect.not.stringContaining('error') });
  return stdout;
}

const january = '--from 2026-01-01 --to 2026-01-31';
const json = async (line: string) => JSON.parse(await answer(`show-metrics ${january} -f json ${line}`));

beforeAll(async () => {
  const deploy = (id: string, service: string, date: string, more = '') =>
    `gdl record -q -s ${service} -v ${id} -e production --started 2026-01-${date}T09:00Z --completed 2026-01-${date}T10:00Z ${more}`;
  const lines = [
    deploy('1', 'api', '05'),
    deploy('2', 'api', '06', '--unplanned'),
    deploy('3', 'api', '13', '--status failure'),
    deploy('4', 'api', '14', '--type canary'),
    deploy('5', 'web', '14', '--region eu'),
    'gdl record-incident -q -s api -e production --id INC-1 --opened 2026-01-06T11:00Z --resolved 2026-01-06T13:00Z',
    'gdl rollback -q -s web -e production --from-version 5 --to-version 4 -r slow --timestamp 2026-01-14T12:00Z',
    'gdl register-service -q -s web --owner shop',
  ];
  const { status, stderr } = await program.shell(lines.join(' && '));
  expect({ status, stderr }).toMatchObject({ status: 0 });
});

describe('json', () => {
  test('has exactly the promised shape', async () => {
    const report = await json('');
    expect(report).toMatchObject({
      profile: 'dora',
      profileVersion: 1,
      from: '2026-01-01T00:00:00Z',
      to: '2026-01-31T00:00:00Z',
      tz: 'UTC',
      groups: [{ by: {} }],
      excluded: {},
    });
    expect(report.warnings).toEqual(['these numbers rest on 5 deployments only']);
    const [{ metrics }] = report.groups;
    expect(Object.keys(metrics)).toEqual([
      ...['frequency', 'lead-time', 'change-fail-rate', 'recovery-time', 'rework-rate'],
      ...['success-rate', 'duration', 'mttr', 'rollback-rate'],
    ]);
    expect(faultsIn(report)).toEqual([]);
  });

  test('has the numbers with what they rest on', async () => {
    const [{ metrics }] = (await json('')).groups;
    expect(metrics).toMatchObject({
      frequency: { value: 4 / 30, unit: '1/d', numerator: 4, denominator: 30, daysPerWeek: 1 },
      'lead-time': { value: null, unit: 's', count: 0, reason: expect.any(String), p75: null, p90: null, mean: null },
      'change-fail-rate': { value: 0.5, unit: 'ratio', numerator: 2, denominator: 4 },
      'recovery-time': { value: 2.5 * 3600, unit: 's', count: 2, mean: 2.5 * 3600, open: 0 },
      'rework-rate': { value: 0.25, numerator: 1, denominator: 4 },
      'success-rate': { value: 0.6, numerator: 3, denominator: 5 },
      duration: { value: 3600, p90: 3600, mean: 3600, count: 5 },
      mttr: { value: 2.5 * 3600, failedRuns: { value: 24 * 3600, unit: 's', count: 1, open: 0 } },
      'rollback-rate': { value: 0.25 },
    });
    for (const metric of Object.values(metrics)) expect(metric).toMatchObject({ formula: expect.any(String) });
  });

  test('opens into the ids of the deployments', async () => {
    const { metrics } = (await json('--metric change_fail_rate,rollback_rate --explain')).groups[0];
    const listed = JSON.parse(await answer('list-deployments -f json'));
    const idOf = (version: string) => listed.find((one: { version: string }) => one.version === version).id;
    expect(metrics['change-fail-rate'].explain).toEqual({
      numerator: ['2', '5'].map(idOf),
      denominator: ['1', '2', '4', '5'].map(idOf),
    });
    expect(metrics['rollback-rate'].explain.numerator).toEqual([idOf('5')]);
  });

  test.each(['classic', 'devlake-2023', 'devlake_2021', 'gitlab', 'four_keys', 'MIDDLEWARE'])('by %s', async (name) => {
    const report = await json(`--profile ${name}`);
    expect(report.profile).toBe(name.toLowerCase().replace('_', '-'));
    expect(faultsIn(report)).toEqual([]);
  });

  test('has the bands of a profile', async () => {
    const { metrics } = (await json('--profile devlake-2023')).groups[0];
    expect(metrics.frequency).toMatchObject({ unit: 'd/week', band: 'medium' });
    expect(metrics['change-fail-rate']).toMatchObject({ value: 1 / 4, band: 'low' });
  });

  test('names what makes the difference to another profile', async () => {
    const { against } = await json('--metric frequency --against classic');
    expect(against).toMatchObject({ profile: 'classic', profileVersion: 1 });
    expect(against.differences).toMatchObject([
      {
        metric: 'frequency',
        value: 4 / 30,
        against: { value: 5 / 30 },
        onlyThere: { numerator: [expect.any(String)] },
      },
    ]);
  });
});

describe('what is asked for', () => {
  test.each([
    ['--group-by service', [{ service: 'api' }, { service: 'web' }]],
    ['--group-by team', [{ team: '' }, { team: 'shop' }]],
    [
      '--group-by region,type',
      [
        { region: '', type: 'canary' },
        { region: '', type: 'rolling' },
        { region: 'eu', type: 'rolling' },
      ],
    ],
    ['--group-by environment', [{ environment: 'production' }]],
    ['--group-by month --service web', [{ month: '2026-01' }]],
    ['--group-by week --service all', ['01', '02', '03', '04', '05'].map((week) => ({ week: `2026-W${week}` }))],
  ])('%s', async (line, names) => {
    expect((await json(line)).groups.map(({ by }: { by: object }) => by)).toEqual(names);
  });

  test('--tz tells days apart as people there do', async () => {
    const { groups, tz, from } = await json('--metric frequency --group-by day --tz Asia/Tokyo');
    expect({ tz, from, days: groups.length }).toEqual({ tz: 'Asia/Tokyo', from: '2025-12-31T15:00:00Z', days: 30 });
  });

  test('--known-at answers from the first facts only', async () => {
    const { groups } = await json('--metric frequency --known-at 1');
    expect(groups[0].metrics.frequency).toMatchObject({ numerator: 2 });
  });

  test('--compare says what it was in the window before', async () => {
    const later = await answer('metrics -f json --metric frequency --from 2026-01-31 --to 2026-03-02 --compare');
    expect(JSON.parse(later).groups[0].metrics.frequency).toMatchObject({ value: 0, previous: 4 / 30 });
  });

  test('--period counts back from the end', async () => {
    const report = JSON.parse(await answer('metrics -f json --to 2026-01-15 --period 2 --metric success_rate'));
    expect(report.groups[0].metrics).toMatchObject({ 'success-rate': { numerator: 1, denominator: 3 } });
  });
});

describe('other languages', () => {
  test('a table for people says what each number rests on, and what to know about it', async () => {
    const { stdout, stderr } = await program.shell(`gdl metrics ${january} -f table`);
    expect(stdout + stderr).toContain('all services, production: 2026-01-01 00:00');
    expect(stdout).toMatch(/change-fail-rate +50\.0 % +- +2 of 4/);
    expect(stdout).toMatch(/frequency +0\.13 a day +▲ from 0 +4 in 30 days, 1 days? of a usual week/);
    expect(stderr).toContain('these numbers rest on 5 deployments only');
  });

  test('a table of groups has a column for each metric', async () => {
    const shown = await answer(`metrics ${january} -f table --group-by service --metric frequency,success-rate`);
    expect(shown.split('\n').map((line) => line.trim().split(/ {2,}/))).toEqual(
      expect.arrayContaining([['api', '0.10 a day', '75.0 %', '4']]),
    );
  });

  test('csv has a line for each number, unrounded', async () => {
    const [header, ...lines] = (await answer(`metrics ${january} -f csv --group-by service --metric success_rate`))
      .trim()
      .split('\r\n');
    expect(header).toBe('service,metric,value,band,unit,numerator,denominator,reason');
    expect(lines).toEqual(['api,success-rate,0.75,,ratio,3,4,', 'web,success-rate,0,,ratio,0,1,']);
  });

  test('the differences to another profile are told in a table', async () => {
    const { stdout, stderr } = await program.shell(`gdl metrics ${january} -f table --against classic`);
    expect(stdout + stderr).toContain('dora against classic');
    expect(stdout).toMatch(/frequency +0\.13 a day +0\.17 a day +counted above the line: 1 only there/);
  });
});

test.each([
  ['--profile devlak-2023', 'unknown profile "devlak-2023"; did you mean "devlake-2023"?'],
  ['--against clasic', 'unknown profile "clasic"; did you mean "classic"?'],
  ['--metric frequenci', 'there is no "frequenci"; did you mean "frequency"?'],
  ['--group-by servise', 'there is no "servise"; did you mean "service"?'],
  ['--environment prodution', 'did you mean "production"?'],
  ['--tz Mars/Olympus', 'is not a time zone'],
  ['--period none', 'is not a number'],
  ['--from 2026-02-01 --to 2026-01-01', 'is not after --from 2026-02-01'],
  ['--metric health', 'defines no metric "health"'],
])('show-metrics %s is refused with exit status 2', async (line, message) => {
  const { status, stdout, stderr } = await program.shell(`gdl show-metrics ${line}`);
  expect({ status, stdout, stderr }).toEqual({ status: 2, stdout: '', stderr: expect.stringContaining(message) });
});
