import { beforeEach, describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import { type AnalysisQuery, analysisTypes } from './analysis-query.ts';
import type { AnalysisReport } from './analysis-report.ts';
import { analyze } from './analyze.ts';

const day = (date: number, hour = 10) => Date.UTC(2026, 0, date, hour);
const window = { fromMs: day(5, 0), toMs: day(5 + 7 * 13, 0), tz: 'UTC' } as const;

let ledger: TestLedger;
let version = 0;
type Claim = Readonly<Record<string, unknown>>;
const deployed = (date: number, more: Claim = {}): Claim => ({
  type: 'deployment',
  service: 'api',
  version: `build-${version++}x`,
  environment: 'production',
  startedAt: day(date, 9),
  finishedAt: day(date),
  ...more,
});
const many = <Item>(count: number, make: (index: number) => Item) =>
  Array.from({ length: count }, (_, index) => make(index));

async function analyzed<Type extends AnalysisReport['type']>(
  type: Type,
  more: Partial<AnalysisQuery> = {},
): Promise<Extract<AnalysisReport, { type: Type }>> {
  const report = await analyze(ledger.store, { ...window, ...more, type });
  if (report.type !== type) throw new Error(`asked for ${type} and got ${report.type}`);
  return report as Extract<AnalysisReport, { type: Type }>;
}

/** Every number anywhere in a value. */
function numbersIn(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

beforeEach(async () => {
  ledger = await openTestLedger(day(1, 0));
});

describe.each(analysisTypes)('the analysis of %s', (type) => {
  it.each([
    ['nothing', () => []],
    ['one deployment', () => [deployed(20)]],
    ['one failure', () => [deployed(20, { status: 'failure' })]],
    ['failures only', () => many(40, (n) => deployed(6 + n, { status: 'failure' }))],
    ['successes only', () => many(40, (n) => deployed(6 + n))],
    ['deployments of one moment', () => many(20, () => deployed(20, { startedAt: undefined }))],
  ])('answers with numbers that are numbers after %s', async (_, claims: () => Claim[]) => {
    await ledger.record(...claims());
    const report = await analyzed(type);
    expect(report).toMatchObject({ type, from: '2026-01-05T00:00:00Z', tz: 'UTC', environments: ['production'] });
    expect(numbersIn(report).filter((number) => !Number.isFinite(number))).toEqual([]);
  });

  it('refuses an unknown environment, an unknown service and a window without time', async () => {
    await ledger.record(deployed(20));
    await expect(analyzed(type, { environment: 'prodution' })).rejects.toThrow('did you mean "production"?');
    await expect(analyzed(type, { service: 'apy' })).rejects.toMatchObject({
      code: 'not-found',
      message: 'unknown service "apy"; did you mean "api"?',
    });
    await expect(analyzed(type, { toMs: window.fromMs })).rejects.toThrow('holds no time');
    await expect(analyzed(type, { knownAt: { index: 5 } })).rejects.toThrow('the log has no fact 5');
  });
});

describe('the analysis of failure patterns', () => {
  it('finds the strategy that fails, and nothing else', async () => {
    await ledger.record(
      ...many(60, (n) => deployed(6 + n)),
      ...many(20, (n) => deployed(8 + n * 3, { strategy: 'big-bang', status: n % 2 === 0 ? 'failure' : 'success' })),
    );
    const { rows, lookedAt, reason } = await analyzed('failure-patterns');
    expect(rows.filter(({ pattern }) => pattern).map(({ value }) => value)).toEqual(['big-bang']);
    expect(rows[0]).toMatchObject({ changes: 20, failed: 10, restChanges: 60, restFailed: 0 });
    expect(lookedAt).toMatchObject({ deployments: 80, failed: 10, tests: rows.length });
    expect(reason).toBeNull();
  });

  it.each([
    [[], 'no deployment ended in the window'],
    [['success', 'success'], 'of 2 deployments none failed'],
    [['failure', 'failure'], 'all 2 deployments failed, so there is nothing to compare them with'],
    [
      ['success', 'failure'],
      'a comparison takes 5 days with deployments on either side, and nothing divides these 2 so',
    ],
  ])('says why it has nothing to say of %j', async (statuses, reason) => {
    await ledger.record(...statuses.map((status, index) => deployed(20 + index, { status })));
    expect(await analyzed('failure-patterns')).toMatchObject({ rows: [], reason });
  });

  it('knows the experience that somebody brought along from before the window', async () => {
    const early = many(10, (n) => deployed(-300 + n, { initiator: 'ann' }));
    const others = many(3, (n) => deployed(1 + n, { initiator: 'ann', service: 'web' }));
    const inWindow = many(30, (n) =>
      deployed(6 + n, { initiator: n < 15 ? 'ann' : `new-${n}`, status: n === 29 ? 'failure' : 'success' }),
    );
    await ledger.record(...early, ...others, ...inWindow);
    const { rows } = await analyzed('failure-patterns');
    const experience = rows.filter(({ trait }) => trait === 'experience').map(({ value, changes }) => [value, changes]);
    expect(new Map(experience as [string, number][])).toEqual(
      new Map([
        ['10 or more earlier', 15],
        ['first change', 15],
      ]),
    );
  });

  it('refuses a threshold that is no share', async () => {
    await expect(analyzed('failure-patterns', { threshold: 0 })).rejects.toThrow('a threshold of 0');
    await expect(analyzed('trend', { threshold: 1 })).rejects.toThrow('a threshold of 1');
  });
});

describe('the analysis of peak times', () => {
  it('tells hours by the clock of the time zone', async () => {
    await ledger.record(deployed(20, { finishedAt: Date.UTC(2026, 0, 20, 23, 30) }), deployed(20));
    const { rows, outsideWorkingHours } = await analyzed('peak-times', { tz: 'Europe/Berlin' });
    const busy = rows.filter(({ deployments }) => deployments > 0).map(({ weekday, hour }) => [weekday, hour]);
    expect(busy).toEqual([
      [2, 11],
      [3, 0],
    ]);
    expect(outsideWorkingHours).toEqual({ deployments: 1, share: 0.5 });
  });

  it('says that it has no threshold when one is given', async () => {
    expect((await analyzed('peak-times', { threshold: 0.1 })).warnings[0]).toContain('have no threshold');
  });
});

describe('the analyses of velocity and trend', () => {
  it('see a fleet that ships more from week to week', async () => {
    await ledger.record(
      ...many(13, (week) =>
        many(week + 1, (n) => deployed(5 + week * 7 + (n % 5), { service: n === 0 ? 'web' : 'api' })),
      ).flat(),
    );
    const { overall, rows } = await analyzed('velocity');
    expect(overall).toMatchObject({ deployments: 91, perWeek: 7, trend: { direction: 'rising', slopePerWeek: 1 } });
    expect(rows.map(({ service, trend }) => [service, trend.direction])).toEqual([
      ['api', 'rising'],
      ['web', 'none'],
    ]);
    const trends = (await analyzed('trend')).rows.map(({ metric, direction }) => [metric, direction]);
    expect(trends).toEqual([
      ['frequency', 'rising'],
      ['failure-rate', 'none'],
      ['duration', 'none'],
      ['recovery', null],
    ]);
  });

  it('do not take the weeks before the first deployment of a service for weeks without one', async () => {
    await ledger.record(...many(6, (week) => deployed(5 + (week + 7) * 7)), deployed(6, { service: 'web' }));
    const { rows } = await analyzed('velocity');
    expect(rows.map(({ service, weekly }) => [service, weekly.length])).toEqual([
      ['api', 5],
      ['web', 12],
    ]);
  });

  it('count what happened in weeks that the window cuts apart', async () => {
    await ledger.record(...many(13, (week) => deployed(5 + week * 7)));
    const { lookedAt } = await analyzed('trend', { fromMs: day(6, 0), toMs: day(90, 0) });
    expect(lookedAt).toMatchObject({ deployments: 11, wholeWeeks: 11, outsideWholeWeeks: 1 });
  });
});

describe('any analysis', () => {
  it('names the environment in which something was deployed when nothing was in production', async () => {
    await ledger.record(deployed(20, { environment: 'staging' }));
    const { reason, warnings } = await analyzed('peak-times');
    expect(reason).toBe('no deployment ended in the window');
    expect(warnings).toEqual([expect.stringContaining('ask for it with: --environment staging')]);
    expect((await analyzed('peak-times', { environment: 'staging' })).lookedAt).toMatchObject({ deployments: 1 });
  });

  it('can be asked for what was known earlier', async () => {
    await ledger.record(deployed(20), deployed(21));
    const { lookedAt, warnings } = await analyzed('velocity', { knownAt: { index: 0 } });
    expect(lookedAt).toMatchObject({ deployments: 1 });
    expect(warnings).toEqual(['these numbers rest on 1 deployment only']);
  });
});
