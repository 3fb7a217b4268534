import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CommitGraph } from './commit-graph.ts';
import type { Release } from './release.ts';
import { shipments } from './shipments.ts';
import { versionOf } from './version.ts';

/** Commits whose parents are any earlier ones: how far back each parent lies. */
const graphs = fc.array(fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { maxLength: 3 }), {
  minLength: 1,
  maxLength: 25,
});
const lanesOf = fc.array(fc.array(fc.nat(24), { maxLength: 6 }), { maxLength: 3 });

function graphOf(parentsBack: readonly (readonly number[])[]): CommitGraph {
  const graph = new CommitGraph();
  for (const [number, back] of parentsBack.entries()) {
    const parents = back.map((distance) => `c${number - distance}`);
    graph.add({ sha: `c${number}`, tree: `t${number}`, parents, seconds: number, author: 'Ada' });
  }
  return graph;
}

function ancestorsOf(graph: CommitGraph, commit: number): Set<number> {
  return new Set([commit, ...graph.parents(commit).flatMap((parent) => [...ancestorsOf(graph, parent)])]);
}

function releaseOf(commit: number, lane: number, place: number): Release {
  const version = versionOf(`${place}`, `${place}`, '');
  return {
    service: `s${lane}`,
    version,
    name: `${place}`,
    commit,
    seconds: place,
    initiator: 'Ada',
    subject: undefined,
  };
}

it('ships with each release what it contains and no earlier release of its service did', () => {
  fc.assert(
    fc.property(graphs, lanesOf, (parentsBack, places) => {
      const graph = graphOf(parentsBack);
      const lanes = places.map((lane, number) =>
        lane.map((commit, place) => releaseOf(commit % graph.size, number, place)),
      );
      const history = { graph, reverts: new Map(), tagged: new Map(), undated: 0 };
      const shipped = [...shipments(history, lanes)].map(({ commits }) => [...commits].sort((a, b) => a - b));
      const expected = lanes.flatMap((lane) => {
        const before = new Set<number>();
        return lane.map(({ commit }) => {
          const first = [...ancestorsOf(graph, commit)].filter((ancestor) => !before.has(ancestor));
          for (const ancestor of first) before.add(ancestor);
          return first.sort((a, b) => a - b);
        });
      });
      expect(shipped).toEqual(expected);
    }),
  );
});

it('knows which commit can be reached from which', () => {
  fc.assert(
    fc.property(graphs, fc.nat(24), fc.nat(24), (parentsBack, a, b) => {
      const graph = graphOf(parentsBack);
      const [newer, older] = [a % graph.size, b % graph.size];
      expect(graph.reaches(newer, older)).toBe(ancestorsOf(graph, newer).has(older));
    }),
  );
});
