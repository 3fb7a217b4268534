import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { incidentRow } from '../../../test/support/rows.ts';
import { servicesDependingOn } from '../../../test/support/service-graphs.ts';
import type { IncidentRow } from '../../projections/rows.ts';
import type { Change } from '../change.ts';
import { buildDependencyGraph } from '../dependencies/dependency-graph.ts';
import { failureHistories } from './failure-histories.ts';
import { cascadeCriteria, findCascades } from './find-cascades.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const window = { fromMs: 0, toMs: 180 * day };
const graph = buildDependencyGraph(servicesDependingOn({ web: ['db', 'web'], db: ['cache'], cache: [] }));

let count = 0;
const at = (service: string, ms: number, failed: boolean) =>
  aChange({ id: `d${count++}`, service, finishedMs: ms, failed, status: failed ? 'failure' : 'success' });
const fails = (service: string, ...times: number[]) => times.map((ms) => at(service, ms, true));
const works = (service: string, ...times: number[]) => times.map((ms) => at(service, ms, false));
const find = (changes: readonly Change[], incidents: readonly IncidentRow[] = []) =>
  findCascades(graph, failureHistories(changes, incidents, cascadeCriteria.spanMs), window);

/** Irregular days at irregular hours. */
const days = [3, 20, 41, 77, 102, 150].map((number, index) => number * day + index * 97 * minute);

test('finds a dependency along which failures spread, with its support and what chance would do', () => {
  const changes = [...fails('db', ...days), ...fails('web', ...days.slice(2).map((ms) => ms + 9 * minute))];
  const { cascades, tested } = find(changes);
  expect(tested).toBe(1);
  expect(cascades).toMatchObject([
    { cause: 'db', dependent: 'web', support: 4, causeFailures: 6, expected: 0, lift: null, medianDelayMs: 9 * minute },
  ]);
  expect(cascades[0]?.pValue).toBeLessThan(1e-6);
  expect(cascades[0]?.examples.at(-1)).toEqual({ cause: 'd5', dependent: 'd9', delayMs: 9 * minute });
});

test('takes incidents for failures too', () => {
  const opened = days.map((ms, index) => incidentRow({ id: `INC-${index}`, service: 'web', openedMs: ms + minute }));
  expect(find(fails('db', ...days), opened).cascades).toMatchObject([{ support: 6, medianDelayMs: minute }]);
});

test.each([
  ['when the dependent fails first', days.map((ms) => ms - minute)],
  ['in the very same moment', days],
  ['later than the span', days.map((ms) => ms + cascadeCriteria.spanMs + 1)],
  ['once', days.slice(0, 1).map((ms) => ms + minute)],
])('finds nothing %s', (_, times) => {
  expect(find([...fails('db', ...days), ...fails('web', ...times)]).cascades).toEqual([]);
});

test('finds nothing where no dependency is', () => {
  const changes = [...fails('cache', ...days), ...fails('web', ...days.map((ms) => ms + minute))];
  expect(find(changes)).toEqual({ cascades: [], tested: 0 });
});

test('is not taken in by services that fail every week at the same time', () => {
  const mondays = Array.from({ length: 25 }, (_, week) => week * 7 * day + 600 * minute);
  const changes = [...fails('db', ...mondays), ...fails('web', ...mondays.map((ms) => ms + minute))];
  expect(find(changes)).toEqual({ cascades: [], tested: 1 });
});

test('is not taken in by services that are deployed together and fail as often when the dependency is well', () => {
  const trains = Array.from({ length: 40 }, (_, index) => index * 4 * day + index * 131 * minute);
  const [bad, good] = [trains.slice(0, 6), trains.slice(6)];
  const changes = [
    ...fails('db', ...bad),
    ...works('db', ...good),
    ...fails('web', ...trains.map((ms) => ms + minute)),
  ];
  expect(find(changes).cascades).toEqual([]);
});

test('counts the attempts at one bad release as one failure', () => {
  const attempts = Array.from({ length: 8 }, (_, index) => 50 * day + index * 5 * minute);
  expect(find([...fails('db', ...attempts), ...fails('web', 50 * day + 36 * minute)])).toMatchObject({
    cascades: [],
    tested: 1,
  });
});

test('finds next to nothing among services that fail independently', () => {
  const services = Array.from({ length: 60 }, (_, index) => [`s${index}`, index === 0 ? [] : ['s0', `s${index - 1}`]]);
  const random = pseudoRandom(7);
  const changes = services.flatMap(([name]) =>
    fails(String(name), ...Array.from({ length: 40 }, () => Math.floor(random() * window.toMs))),
  );
  const independent = buildDependencyGraph(servicesDependingOn(Object.fromEntries(services)));
  const { cascades, tested } = findCascades(independent, failureHistories(changes, [], 3_600_000), window);
  expect(tested).toBeGreaterThan(100);
  expect(cascades.length).toBeLessThanOrEqual(1);
});

test('says the same whatever the order of arrival, in numbers that are finite', () => {
  const moment = fc.record({
    service: fc.constantFrom('web', 'db', 'cache'),
    finishedMs: fc.integer({ min: 0, max: 20 * day }),
    failed: fc.boolean(),
  });
  const some = fc.array(moment, { maxLength: 60 }).map((all) => all.map((one, id) => aChange({ ...one, id: `${id}` })));
  const criteria = { ...cascadeCriteria, falseDiscoveryRate: 1, minimumSupport: 0 };
  fc.assert(
    fc.property(some, (changes) => {
      const found = findCascades(graph, failureHistories(changes, [], criteria.spanMs), window, criteria);
      const reversed = failureHistories(changes.toReversed(), [], criteria.spanMs);
      expect(findCascades(graph, reversed, window, criteria)).toEqual(found);
      for (const { support, causeFailures, expected, lift, pValue } of found.cascades) {
        expect(support).toBeLessThanOrEqual(causeFailures);
        expect([expected ?? 0, lift ?? 0, pValue].every(Number.isFinite)).toBe(true);
      }
    }),
  );
});

/** A small linear congruential generator, the same every time. */
function pseudoRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
