import { expect, test } from 'vitest';
import { largeFleet } from '../../../../test/support/graph-pictures.ts';
import { pictureDependencies } from '../../../analysis/pictures/graph/dependencies-picture.ts';
import type { Sketch } from './sketch.ts';
import { sketchDependencies } from './sketch-dependencies.ts';

function sketchOf(count: number, teams: number): Sketch {
  return sketchDependencies(pictureDependencies(largeFleet(count, teams), { service: null, environment: null }));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

test('leaves a small sketch as it is', () => {
  const { nodes, edges, notes } = sketchOf(40, 4);
  expect([nodes.length, edges.every(({ label }) => label === undefined), notes]).toEqual([40, true, []]);
});

test.each([
  [200, 12],
  [200, 0],
  [900, 7],
  [70, 70],
])('accounts for each of %i services and each dependency, with %i teams', (count, teams) => {
  const { nodes, edges, notes } = sketchOf(count, teams);
  const namesIn = ({ lines, label }: Sketch['nodes'][number]) =>
    Number(/\((\d+)\)$/.exec(label)?.[1] ?? Math.min(1, lines.length + 1));
  const notDrawn = (what: string) => Number(new RegExp(`Not drawn: (\\d+) ${what}`).exec(notes.join(' '))?.[1] ?? 0);
  const left = notDrawn('smaller box');
  expect(nodes.length).toBeLessThanOrEqual(60);
  if (left === 0) expect(sum(nodes.map(namesIn))).toBe(count);
  const drawn = sum(edges.map(({ label }) => Number(label ?? 1)));
  const total = pictureDependencies(largeFleet(count, teams), { service: null, environment: null }).edges.length;
  expect(drawn + notDrawn('dependenc')).toBeLessThanOrEqual(total);
  if (left === 0 && notDrawn('thinner') === 0) expect(drawn + notDrawn('dependenc')).toBe(total);
});

test('says of a box how many names it does not list', () => {
  for (const { label, lines } of sketchOf(900, 7).nodes) {
    const listed = lines.filter(({ text }) => /^s\d+$/.test(text)).length;
    const more = Number(/^and (\d+) more$/.exec(lines.at(-1)?.text ?? '')?.[1]);
    expect(label).toContain(`(${listed + more})`);
  }
});
