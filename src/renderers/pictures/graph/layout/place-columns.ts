import { type Adjacency, reversed, targetsOf } from './graph-shape.ts';
import type { Columns } from './split-links.ts';
import { spread } from './spread.ts';

const rounds = 8;

/**
 * Chooses how far down the middle of each node lies: near the middle of its neighbours, in the order of its column, without overlap.
 * @param heights of the nodes; what is not in it is a place where a link passes
 */
export function placeColumns(
  ordered: readonly (readonly string[])[],
  { links }: Pick<Columns, 'links'>,
  heights: ReadonlyMap<string, number>,
  gap: number,
): Map<string, number> {
  const height = (id: string | undefined) => heights.get(id ?? '') ?? 0;
  const gaps = ordered.map((column) =>
    column.map((id, index) => (height(id) + height(column[index - 1])) / 2 + (heights.has(id) ? gap : gap * 0.75)),
  );
  const places = new Map<string, number>();
  const settle = (index: number, wanted: readonly number[]) => {
    const settled = spread(wanted, gaps[index] ?? []);
    for (const [place, id] of (ordered[index] ?? []).entries()) places.set(id, settled[place] ?? 0);
  };
  for (const [index, column] of ordered.entries())
    settle(
      index,
      column.map(() => 0),
    );
  const [forth, back] = [targetsOf(links), targetsOf(reversed(links))];
  for (let round = 0; round < rounds; round++) {
    const neighbours = round % 2 === 0 ? back : forth;
    const indexes = round % 2 === 0 ? ordered.keys() : [...ordered.keys()].reverse();
    for (const index of indexes)
      settle(
        index,
        (ordered[index] ?? []).map((id) => middle(id, neighbours, places)),
      );
  }
  return fromTop(places, heights);
}

function middle(id: string, neighbours: Adjacency, places: ReadonlyMap<string, number>): number {
  const near = (neighbours.get(id) ?? []).map((next) => places.get(next) ?? 0);
  const own = places.get(id) ?? 0;
  return near.length === 0 ? own : near.reduce((total, place) => total + place, 0) / near.length;
}

function fromTop(places: ReadonlyMap<string, number>, heights: ReadonlyMap<string, number>): Map<string, number> {
  let top = Number.POSITIVE_INFINITY;
  for (const [id, place] of places) top = Math.min(top, place - (heights.get(id) ?? 0) / 2);
  return new Map([...places].map(([id, place]) => [id, place - top]));
}
