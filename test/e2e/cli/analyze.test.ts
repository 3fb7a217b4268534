import { afterAll, beforeAll, expect, test } from 'vitest';
import { BuiltProgram } from '../../support/cli/built-program.ts';

const program = new BuiltProgram();

beforeAll(async () => {
  await program.run('init', '-q');
  await program.run('demo', '-q');
});
afterAll(() => program.remove());

test.each(['failure-patterns', 'peak-times', 'dependencies', 'impact', 'risk', 'velocity', 'trend'])(
  'analyzes %s of a fleet, the same again and again, for programs and for people',
  async (type) => {
    const window = ['--from', '2020-01-01', '--to', new Date().toISOString()];
    const [once, again] = [
      await program.run('analyze', '--type', type, ...window),
      await program.run('analyze', '--type', type.replaceAll('-', '_'), ...window),
    ];
    expect({ status: once.status, stderr: once.stderr }).toEqual({ status: 0, stderr: '' });
    expect(again.stdout).toBe(once.stdout);
    expect(once.stdout).not.toMatch(/NaN|Infinity/);
    const report = JSON.parse(once.stdout);
    expect(report).toMatchObject({
      type,
      tz: 'UTC',
      environments: ['production'],
      reason: null,
      warnings: expect.any(Array),
    });
    expect(report.rows.length).toBeGreaterThan(0);
    const { status, stdout } = await program.run('analyze', '--type', type, ...window, '-f', 'wide');
    expect({ status, isEmpty: stdout === '' }).toEqual({ status: 0, isEmpty: false });
  },
);

test('ends with status 2 for what it cannot analyze, and says what it can', async () => {
  const { status, stderr } = await program.run('analyze', '--type', 'failure-paterns');
  expect(status).toBe(2);
  expect(stderr).toContain('did you mean "failure-patterns"?');
  expect((await program.run('analyze')).stderr).toContain('--type is missing');
});

test('ends with status 2 for a threshold that is no share', async () => {
  const { status, stderr } = await program.run('analyze', '--type', 'trend', '--threshold', '5');
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('above 0 and below 1') });
});
