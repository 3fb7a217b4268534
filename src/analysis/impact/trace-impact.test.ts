import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyServices, naiveClosure, servicesDependingOn } from '../../../test/support/service-graphs.ts';
import { buildDependencyGraph, type ServiceNode } from '../dependencies/dependency-graph.ts';
import { rankImpact } from './rank-impact.ts';
import { traceImpact } from './trace-impact.ts';

function nodeOf(services: Parameters<typeof buildDependencyGraph>[0], name: string): ServiceNode {
  const node = buildDependencyGraph(services).get(name);
  if (node === undefined) throw new Error(`no ${name} in this graph`);
  return node;
}

test('reaches all dependents, the nearest first, on the shortest way', () => {
  const services = servicesDependingOn(
    { web: ['api', 'db'], api: ['db'], app: ['web', 'api'], db: [], lone: [] },
    { web: 'gold', app: 'gold' },
  );
  const { total, byTier, services: reached } = traceImpact(nodeOf(services, 'db'), 'dependents');
  expect(reached.map(({ service, distance, path }) => [service, distance, path.join(' ')])).toEqual([
    ['api', 1, 'db api'],
    ['web', 1, 'db web'],
    ['app', 2, 'db api app'],
  ]);
  expect({ total, byTier }).toEqual({
    total: 3,
    byTier: [
      { tier: 'gold', services: 2 },
      { tier: null, services: 1 },
    ],
  });
});

test('does not reach itself, in a cycle or by depending on itself', () => {
  const services = servicesDependingOn({ a: ['b', 'a'], b: ['a'] });
  expect(traceImpact(nodeOf(services, 'a'), 'dependents').services.map(({ service }) => service)).toEqual(['b']);
  expect(rankImpact(buildDependencyGraph(services)).map(({ direct }) => direct)).toEqual([1, 1]);
});

test('reaches what a naive closure reaches, on ways that exist and are as long as they say', () => {
  fc.assert(
    fc.property(anyServices, (services) => {
      const closure = naiveClosure(services);
      const graph = buildDependencyGraph(services);
      for (const node of graph.values()) {
        const { services: reached } = traceImpact(node, 'dependencies');
        const expected = [...(closure.get(node.name) ?? [])].filter((name) => name !== node.name);
        expect(reached.map(({ service }) => service).sort()).toEqual(expected.sort());
        for (const { service, distance, path } of reached) {
          expect([path[0], path.at(-1), path.length]).toEqual([node.name, service, distance + 1]);
          path.slice(1).forEach((name, index) => {
            expect(graph.get(path[index] ?? '')?.row?.dependsOn).toContain(name);
          });
        }
      }
    }),
  );
});

test('ranks services by how many depend on them, as tracing each would', () => {
  fc.assert(
    fc.property(anyServices, (services) => {
      const graph = buildDependencyGraph(services);
      const ranked = rankImpact(graph);
      const totals = ranked.map(({ dependents }) => dependents.total);
      expect(totals).toEqual(totals.toSorted((a, b) => b - a));
      for (const { service, dependents } of ranked) {
        const { total, byTier } = traceImpact(nodeOf(services, service), 'dependents');
        expect(dependents).toEqual({ total, byTier });
      }
    }),
    { numRuns: 30 },
  );
});
