import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyServices, servicesDependingOn } from '../../../test/support/service-graphs.ts';
import { condense } from './condense.ts';
import { buildDependencyGraph } from './dependency-graph.ts';
import { findCycles } from './find-cycles.ts';

const cyclesOf = (services: Parameters<typeof buildDependencyGraph>[0]) =>
  findCycles(condense(buildDependencyGraph(services)).components);

test('names a shortest way round and everybody who is caught in it', () => {
  expect(cyclesOf(servicesDependingOn({ a: ['b'], b: ['c', 'a'], c: ['a'], d: ['a'] }))).toEqual([
    { services: ['a', 'b', 'c'], path: ['a', 'b', 'a'] },
  ]);
});

test('counts a service that depends on itself', () => {
  expect(cyclesOf(servicesDependingOn({ a: ['a'] }))).toEqual([{ services: ['a'], path: ['a', 'a'] }]);
});

test('finds none in a graph that has a bottom', () => {
  expect(cyclesOf(servicesDependingOn({ web: ['api', 'db'], api: ['db'], db: [] }))).toEqual([]);
});

test('walks along dependencies that exist', () => {
  fc.assert(
    fc.property(anyServices, (services) => {
      const dependsOn = new Map(services.map((row) => [row.name, row.dependsOn]));
      for (const { services: members, path } of cyclesOf(services)) {
        expect([path[0], path.at(-1)]).toEqual([members[0], members[0]]);
        path.slice(1).forEach((name, index) => {
          expect(dependsOn.get(path[index] ?? '')).toContain(name);
        });
      }
    }),
  );
});
