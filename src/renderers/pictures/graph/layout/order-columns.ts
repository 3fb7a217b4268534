import { type Adjacency, reversed, targetsOf } from './graph-shape.ts';
import type { Columns } from './split-links.ts';

/** More sweeps improve hardly any picture. */
const sweeps = 12;

/**
 * Orders the nodes inside each column so that few links cross (Sugiyama, Tagawa and Toda 1981: sweeps by barycentre), and returns
 * the best order that was met.
 */
export function orderColumns({ ids, links }: Columns): readonly (readonly string[])[] {
  const forth = targetsOf(links);
  const back = targetsOf(reversed(links));
  let current = ids;
  let best = current;
  let fewest = crossings(current, forth);
  for (let sweep = 0; sweep < sweeps && fewest > 0; sweep++) {
    const down = sweep % 2 === 0;
    const swept: (readonly string[])[] = [];
    for (const column of down ? current : current.toReversed()) {
      const before = swept.at(-1);
      swept.push(before === undefined ? column : byBarycentre(column, before, down ? back : forth));
    }
    current = down ? swept : swept.toReversed();
    const count = crossings(current, forth);
    if (count < fewest) [best, fewest] = [current, count];
  }
  return best;
}

function byBarycentre(column: readonly string[], fixed: readonly string[], neighbours: Adjacency): string[] {
  const places = new Map(fixed.map((id, index) => [id, index]));
  const keyed = column.map((id, index) => {
    const near = (neighbours.get(id) ?? []).flatMap((next) => places.get(next) ?? []);
    const own = (index / column.length) * fixed.length;
    return { id, key: near.length === 0 ? own : near.reduce((total, place) => total + place, 0) / near.length };
  });
  return keyed.sort((a, b) => a.key - b.key).map(({ id }) => id);
}

function crossings(columns: readonly (readonly string[])[], forth: Adjacency): number {
  let count = 0;
  for (const [index, column] of columns.entries()) {
    const places = new Map(columns[index + 1]?.map((id, place) => [id, place]));
    const ends = column.map((id) => (forth.get(id) ?? []).flatMap((to) => places.get(to) ?? []).sort((a, b) => a - b));
    count += inversions(ends.flat(), places.size);
  }
  return count;
}

/** How many pairs stand in the wrong order, counted with a Fenwick tree; values are whole numbers below `size`. */
function inversions(values: readonly number[], size: number): number {
  const tree = new Uint32Array(size + 1);
  let count = 0;
  for (const [seen, value] of values.entries()) {
    let notAbove = 0;
    for (let at = value + 1; at > 0; at -= at & -at) notAbove += tree[at] ?? 0;
    count += seen - notAbove;
    for (let at = value + 1; at <= size; at += at & -at) tree[at] = (tree[at] ?? 0) + 1;
  }
  return count;
}
