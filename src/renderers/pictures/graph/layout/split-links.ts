import type { Link } from './graph-shape.ts';

/** A graph whose links join neighbouring columns only. */
export interface Columns {
  readonly ids: readonly (readonly string[])[];
  readonly links: readonly Link[];
  /** For each link of the graph the ids that it passes, its ends included. */
  readonly ways: readonly (readonly string[])[];
}

/** Splits each link that spans more than one column by a place to pass in every column between. */
export function splitLinks(
  ids: readonly string[],
  links: readonly Link[],
  ranks: ReadonlyMap<string, number>,
): Columns {
  const columns: string[][] = [];
  const put = (id: string, rank: number) => {
    for (let index = columns.length; index <= rank; index++) columns.push([]);
    columns[rank]?.push(id);
  };
  for (const id of ids) put(id, ranks.get(id) ?? 0);
  const ways = links.map(({ from, to }, index) => {
    const way = [from];
    for (let rank = (ranks.get(from) ?? 0) + 1; rank < (ranks.get(to) ?? 0); rank++) {
      // Ids of nodes may be any text; nobody's holds U+0000.
      const pass = `\u0000${index}\u0000${rank}`;
      put(pass, rank);
      way.push(pass);
    }
    return [...way, to];
  });
  const steps = ways.flatMap((way) => way.slice(1).map((to, index) => ({ from: way[index] ?? '', to })));
  return { ids: columns, links: steps, ways };
}
