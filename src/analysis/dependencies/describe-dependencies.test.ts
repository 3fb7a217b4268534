import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyServices, naiveClosure, servicesDependingOn } from '../../../test/support/service-graphs.ts';
import { buildDependencyGraph } from './dependency-graph.ts';
import { describeDependencies } from './describe-dependencies.ts';

test('counts the dependents of each service by tier as a naive closure does', () => {
  fc.assert(
    fc.property(anyServices, (services) => {
      const reached = naiveClosure(services);
      const tiers = new Map(services.map(({ name, tier }) => [name, tier]));
      for (const { service, allDependents } of describeDependencies(buildDependencyGraph(services)).services) {
        const dependents = [...reached.keys()].filter((name) => name !== service && reached.get(name)?.has(service));
        expect(allDependents.total).toBe(dependents.length);
        const ofTiers = ['a', 'b', null].map((tier) => ({
          tier,
          services: dependents.filter((name) => (tiers.get(name) ?? null) === tier).length,
        }));
        expect(allDependents.byTier).toEqual(ofTiers.filter((count) => count.services > 0));
      }
    }),
  );
});

test('counts a hundred dependents', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`s${index}`, ['db']]));
  const { services } = describeDependencies(buildDependencyGraph(servicesDependingOn(many)));
  expect(services.find(({ service }) => service === 'db')?.allDependents.total).toBe(100);
});

test('puts each service one step above the deepest of what it depends on', () => {
  const services = servicesDependingOn({ web: ['api', 'db'], api: ['db'], db: [] });
  expect(describeDependencies(buildDependencyGraph(services))).toMatchObject({
    dependencyCount: 3,
    depth: 2,
    layers: [['db'], ['api'], ['web']],
    longestChain: [['web'], ['api'], ['db']],
    cycles: [],
    missing: [],
  });
});

test('names what is missing and who needs it', () => {
  const graph = buildDependencyGraph(servicesDependingOn({ web: ['queue'], api: ['queue'] }));
  expect(describeDependencies(graph).missing).toEqual([{ service: 'queue', neededBy: ['api', 'web'] }]);
});

test('speaks only of what one service rests on, yet counts dependents everywhere', () => {
  const graph = buildDependencyGraph(servicesDependingOn({ web: ['api'], api: ['db'], db: ['db'], other: ['lost'] }));
  const structure = describeDependencies(graph, new Set(['api', 'db']));
  expect(structure).toMatchObject({ depth: 1, layers: [['db'], ['api']], missing: [], dependencyCount: 2 });
  expect(structure.cycles).toHaveLength(1);
  expect(structure.services.map(({ allDependents }) => allDependents.total)).toEqual([1, 2]);
});

test('has nothing to say of no services', () => {
  expect(describeDependencies(buildDependencyGraph([]))).toEqual({
    services: [],
    dependencyCount: 0,
    depth: 0,
    longestChain: [],
    layers: [],
    cycles: [],
    missing: [],
  });
});
