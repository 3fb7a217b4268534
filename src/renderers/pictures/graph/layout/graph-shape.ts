/** A node as a rectangle, in pixels. */
export interface Box {
  readonly id: string;
  readonly width: number;
  readonly height: number;
}

export interface Link {
  readonly from: string;
  readonly to: string;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Ids by id, as adjacency. */
export type Adjacency = ReadonlyMap<string, readonly string[]>;

/** The targets of each source, in the order of the links. */
export function targetsOf(links: readonly Link[]): Map<string, string[]> {
  const targets = new Map<string, string[]>();
  for (const { from, to } of links) {
    const known = targets.get(from);
    if (known === undefined) targets.set(from, [to]);
    else known.push(to);
  }
  return targets;
}

/** The same links the other way round. */
export function reversed(links: readonly Link[]): Link[] {
  return links.map(({ from, to }) => ({ from: to, to: from }));
}
