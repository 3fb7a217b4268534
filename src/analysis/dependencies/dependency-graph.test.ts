import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyServices, servicesDependingOn } from '../../../test/support/service-graphs.ts';
import { buildDependencyGraph, type DependencyGraph } from './dependency-graph.ts';

const edges = (graph: DependencyGraph) =>
  [...graph.values()].map(({ name, row, dependencies, dependents }) => ({
    name,
    exists: row !== null,
    dependencies: dependencies.map((node) => node.name),
    dependents: dependents.map((node) => node.name),
  }));

test('connects services both ways, once for each dependency, by name', () => {
  const graph = buildDependencyGraph(servicesDependingOn({ web: ['db', 'api', 'db'], api: ['db'], db: [] }));
  expect(edges(graph)).toEqual([
    { name: 'api', exists: true, dependencies: ['db'], dependents: ['web'] },
    { name: 'db', exists: true, dependencies: [], dependents: ['api', 'web'] },
    { name: 'web', exists: true, dependencies: ['api', 'db'], dependents: [] },
  ]);
});

test('takes in a service that is only named, and knows that it does not exist', () => {
  expect(edges(buildDependencyGraph(servicesDependingOn({ api: ['queue'] })))).toContainEqual({
    name: 'queue',
    exists: false,
    dependencies: [],
    dependents: ['api'],
  });
});

test('is the same whatever the order of the services', () => {
  fc.assert(
    fc.property(
      anyServices.chain((rows) =>
        fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
      ),
      ([rows, shuffled]) => {
        expect(edges(buildDependencyGraph(shuffled))).toEqual(edges(buildDependencyGraph(rows)));
      },
    ),
  );
});
