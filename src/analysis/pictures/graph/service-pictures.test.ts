import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyServices, servicesDependingOn } from '../../../../test/support/service-graphs.ts';
import { buildDependencyGraph } from '../../dependencies/dependency-graph.ts';
import { pictureDependencies } from './dependencies-picture.ts';
import { pictureImpact } from './impact-picture.ts';

const everything = { service: null, environment: null };
const shop = buildDependencyGraph(
  servicesDependingOn(
    { web: ['checkout', 'search'], checkout: ['payments'], payments: ['identity'], search: [] },
    { checkout: 'critical' },
  ).map((row) => (row.name === 'checkout' ? { ...row, owners: ['money', 'web'] } : row)),
);

test('takes the first owner for the team, and shows what others only depend on', () => {
  expect(pictureDependencies(shop, everything).nodes).toEqual([
    { name: 'checkout', team: 'money', tier: 'critical', known: true },
    { name: 'identity', team: null, tier: null, known: false },
    { name: 'payments', team: null, tier: null, known: true },
    { name: 'search', team: null, tier: null, known: true },
    { name: 'web', team: null, tier: null, known: true },
  ]);
});

test('shows around a service what it needs and what needs it, and nothing beside', () => {
  const { nodes, edges } = pictureDependencies(shop, { service: 'payments', environment: null });
  expect(nodes.map(({ name }) => name)).toEqual(['checkout', 'identity', 'payments', 'web']);
  expect(edges).toEqual([
    { from: 'checkout', to: 'payments' },
    { from: 'payments', to: 'identity' },
    { from: 'web', to: 'checkout' },
  ]);
});

test('names the circles among what it shows, and no others', () => {
  const graph = buildDependencyGraph(servicesDependingOn({ a: ['b'], b: ['a'], c: ['c'], d: ['a'] }));
  expect(pictureDependencies(graph, everything).cycles).toEqual([['a', 'b'], ['c']]);
  expect(pictureDependencies(graph, { service: 'd', environment: null }).cycles).toEqual([['a', 'b']]);
});

test('finds who is hit, and how far off', () => {
  const { hit, asked, edges } = pictureImpact(shop, { service: 'payments', environment: null });
  expect(hit.map(({ name, distance }) => [name, distance])).toEqual([
    ['checkout', 1],
    ['web', 2],
  ]);
  expect([asked, edges.length]).toEqual([true, 2]);
});

test('takes the service whose loss hits most when none is named', () => {
  const { service, hit, asked } = pictureImpact(shop, everything);
  expect([service?.name, hit.length, asked]).toEqual(['identity', 3, false]);
});

test('has an empty picture where there are no services', () => {
  const none = buildDependencyGraph([]);
  expect(pictureImpact(none, everything)).toMatchObject({ service: null, hit: [], edges: [] });
  expect(pictureDependencies(none, everything)).toMatchObject({ nodes: [], edges: [], cycles: [] });
});

test('has no edge to or from what it does not show, and a way to everything that is hit', () => {
  fc.assert(
    fc.property(anyServices, (rows) => {
      const graph = buildDependencyGraph(rows);
      const [service = ''] = graph.keys();
      const { hit, edges } = pictureImpact(graph, { service, environment: null });
      const distances = new Map([[service, 0], ...hit.map(({ name, distance }) => [name, distance] as const)]);
      for (const { from, to } of edges) expect([distances.has(from), distances.has(to)]).toEqual([true, true]);
      for (const { name, distance } of hit) {
        const before = edges.filter(({ from }) => from === name).map(({ to }) => distances.get(to) ?? Number.NaN);
        expect(Math.min(...before)).toBe(distance - 1);
      }
    }),
  );
});
