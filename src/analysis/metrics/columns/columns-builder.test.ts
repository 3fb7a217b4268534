import { expect, it } from 'vitest';
import { metricRow, plainDeployment } from '../../../../test/support/metrics/metric-case.ts';
import { ColumnsBuilder } from './columns-builder.ts';

function columnsOf(...rows: Parameters<typeof plainDeployment>[0][]) {
  const builder = new ColumnsBuilder();
  for (const row of rows) builder.add(metricRow(plainDeployment(row)));
  return builder.build();
}

it('lays lanes side by side, each in order of time, those of one moment in order of the log', () => {
  const { lanes, index } = columnsOf(
    { index: 1, finishedMs: 30 },
    { index: 4, finishedMs: 10, service: 'web' },
    { index: 3, finishedMs: 20 },
    { index: 2, finishedMs: 20 },
  );
  const laid = lanes.map(({ service, from, to }) => [service, [...index.subarray(from, to)]]);
  expect(laid).toEqual([
    ['api', [2, 3, 1]],
    ['web', [4]],
  ]);
});

it('moves commits and rollbacks with their deployments', () => {
  const { commitFrom, committedMs, rolledBack, rolledBackMs } = columnsOf(
    { index: 1, finishedMs: 30, commits: [1, 2], status: 'rolled-back', rolledBackMs: 40 },
    { index: 2, finishedMs: 20, commits: [3] },
  );
  expect([[...commitFrom], [...committedMs]]).toEqual([
    [0, 1, 3],
    [3, 1, 2],
  ]);
  expect([[...rolledBack], [...rolledBackMs]]).toEqual([[1], [40]]);
});

it('can be built, and built again with more', () => {
  const builder = new ColumnsBuilder();
  builder.add(metricRow(plainDeployment({ index: 1 })));
  const before = builder.build();
  builder.add(metricRow(plainDeployment({ index: 2, finishedMs: 5 })));
  expect([[...before.index], [...builder.build().index]]).toEqual([[1], [2, 1]]);
});

it('tells more regions apart than two bytes can number', () => {
  const names = Array.from({ length: 70_000 }, (_, i) => `region-${i}`);
  const { region, regions } = columnsOf(...names.map((name, i) => ({ index: i, finishedMs: i, region: name })));
  expect([0, 65_535, 65_536, 69_999].map((place) => regions[region[place] ?? 0])).toEqual([
    ...['region-0', 'region-65535', 'region-65536', 'region-69999'],
  ]);
});
