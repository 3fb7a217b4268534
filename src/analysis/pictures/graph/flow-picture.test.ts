import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change } from '../../change.ts';
import { lookbackMs } from './find-arrivals.ts';
import { pictureFlow } from './flow-picture.ts';

const order = ['development', 'staging', 'production'];
const hour = 3_600_000;
const start = lookbackMs;
const scope = { service: null, environment: null, fromMs: start, toMs: start + 100 * hour };

function change(environment: string, version: string, atHour: number, fields: Partial<Change> = {}): Change {
  return {
    id: `${environment} ${version} ${atHour}`,
    service: 'api',
    environment,
    region: '',
    version,
    previousVersion: null,
    strategy: 'rolling',
    kind: 'application',
    status: 'success',
    startedMs: null,
    finishedMs: start + atHour * hour,
    initiator: null,
    commitCount: 0,
    planned: null,
    failed: false,
    recoveredMs: null,
    ...fields,
  };
}

const failed = { status: 'failure', failed: true } as const;

test('counts a version on its way from each environment to the next', () => {
  const changes = [change('development', '1', 0), change('staging', '1', 2), change('production', '1', 5)];
  const { stages, hops } = pictureFlow(changes, order, scope);
  expect(stages.map(({ environment, versions, entered }) => [environment, versions, entered])).toEqual([
    ['development', 1, 1],
    ['staging', 1, 0],
    ['production', 1, 0],
  ]);
  expect(hops).toEqual([
    { from: 'development', to: 'staging', versions: 1, clean: 1, medianMs: 2 * hour },
    { from: 'staging', to: 'production', versions: 1, clean: 1, medianMs: 3 * hour },
  ]);
});

test('lets a version come from the last environment that it succeeded in', () => {
  const changes = [change('development', '1', 0), change('staging', '1', 1, failed), change('production', '1', 5)];
  const { stages, hops } = pictureFlow(changes, order, scope);
  expect(hops.map(({ from, to, clean }) => [from, to, clean])).toEqual([
    ['development', 'staging', 0],
    ['development', 'production', 1],
  ]);
  expect(stages[1]).toMatchObject({ environment: 'staging', versions: 1, clean: 0 });
});

test('counts a version once however often and wherever it is deployed, and not as clean when one of them failed', () => {
  const changes = [
    change('production', '1', 1, failed),
    change('production', '1', 2),
    change('production', '1', 3, { region: 'eu-west-1' }),
  ];
  const { stages } = pictureFlow(changes, order, scope);
  expect(stages).toEqual([{ environment: 'production', deployments: 3, versions: 1, clean: 0, entered: 1 }]);
});

test('looks before the window for where a version came from, but 90 days at most', () => {
  const before = (ms: number) => change('staging', '1', 0, { finishedMs: start + hour - ms });
  const hopsFrom = (earlier: Change) => pictureFlow([earlier, change('production', '1', 1)], order, scope).hops.length;
  expect(hopsFrom(before(lookbackMs))).toBe(1);
  expect(hopsFrom(before(lookbackMs + 1))).toBe(0);
});

test('shows of one environment what comes to it and what goes on from it', () => {
  const changes = [
    change('development', '1', 0),
    change('development', '2', 0),
    change('staging', '1', 2),
    change('production', '1', 5),
  ];
  const { stages, hops } = pictureFlow(changes, order, { ...scope, environment: 'staging' });
  expect(stages.map(({ environment }) => environment)).toEqual(order);
  expect(hops).toHaveLength(2);
});

const anyChanges = fc.array(
  fc.record({
    environment: fc.constantFrom(...order),
    version: fc.constantFrom('1', '2', '3'),
    at: fc.nat(120),
    bad: fc.boolean(),
  }),
  { maxLength: 30 },
);

test('accounts for every version of a stage: it came from one earlier environment or it came in there', () => {
  fc.assert(
    fc.property(anyChanges, (drawn) => {
      const changes = drawn
        .map(({ environment, version, at, bad }) => change(environment, version, at, bad ? failed : {}))
        .sort((a, b) => a.finishedMs - b.finishedMs);
      const { stages, hops } = pictureFlow(changes, order, scope);
      const inWindow = changes.filter(({ finishedMs }) => finishedMs < scope.toMs);
      expect(stages.reduce((total, { deployments }) => total + deployments, 0)).toBe(inWindow.length);
      for (const { environment, versions, entered, clean } of stages) {
        const came = hops.filter(({ to }) => to === environment).reduce((total, hop) => total + hop.versions, 0);
        expect(came + entered).toBe(versions);
        expect(clean).toBeLessThanOrEqual(versions);
      }
    }),
  );
});
