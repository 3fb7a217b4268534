import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyServices, naiveClosure, servicesDependingOn } from '../../../test/support/service-graphs.ts';
import { condense, longestChain } from './condense.ts';
import { buildDependencyGraph } from './dependency-graph.ts';

const condensed = (services: Parameters<typeof buildDependencyGraph>[0]) => condense(buildDependencyGraph(services));
const namesOf = ({ members }: { readonly members: readonly { readonly name: string }[] }) =>
  members.map(({ name }) => name);

test('puts services together exactly when each depends on the other, directly or not', () => {
  fc.assert(
    fc.property(anyServices, (services) => {
      const reached = naiveClosure(services);
      const depends = (a: string, b: string) => reached.get(a)?.has(b) ?? false;
      for (const component of condensed(services).components) {
        const [first = ''] = namesOf(component);
        const together = [...reached.keys()].filter(
          (name) => name === first || (depends(first, name) && depends(name, first)),
        );
        expect(namesOf(component)).toEqual(together.sort());
        expect(component.isCycle).toBe(depends(first, first));
      }
    }),
  );
});

test('puts every service into one component, after all that it depends on', () => {
  fc.assert(
    fc.property(anyServices, (services) => {
      const { components } = condensed(services);
      expect(components.flatMap(namesOf).sort()).toEqual([...naiveClosure(services).keys()].sort());
      for (const { order, layer, dependencies } of components) {
        expect(dependencies.every((below) => below.order < order)).toBe(true);
        expect(layer).toBe(Math.max(0, ...dependencies.map((below) => below.layer + 1)));
      }
    }),
  );
});

test('follows chains of any length', () => {
  const length = 20_000;
  const chain = Object.fromEntries(Array.from({ length }, (_, index) => [`s${index}`, [`s${index + 1}`]]));
  const { components } = condensed(servicesDependingOn(chain));
  expect(longestChain(components)).toHaveLength(length + 1);
});

test('leads the longest chain through cycles, and takes the first of several by name', () => {
  const services = servicesDependingOn({ web: ['b', 'a'], a: ['db'], b: ['c'], c: ['b', 'db'], db: [], lone: [] });
  expect(longestChain(condensed(services).components).map(namesOf)).toEqual([['web'], ['a'], ['db']]);
  expect(longestChain([])).toEqual([]);
});
