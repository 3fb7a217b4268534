import { assignRanks } from './assign-ranks.ts';
import { breakCircles } from './break-circles.ts';
import type { Box, Link, Point } from './graph-shape.ts';
import { orderColumns } from './order-columns.ts';
import { placeColumns } from './place-columns.ts';
import { splitLinks } from './split-links.ts';

/** Where everything lies, in pixels from the upper left. */
export interface Layout {
  readonly width: number;
  readonly height: number;
  /** The upper left corner of each box. */
  readonly boxes: ReadonlyMap<string, Point>;
  /** For each link the points that it passes, from the right side of one box to the left side of another, or back. */
  readonly links: readonly (readonly Point[])[];
}

/** Distances between columns, and between boxes of a column. */
export interface Gaps {
  readonly column: number;
  readonly row: number;
}

/**
 * Lays a graph out in columns from left to right, so that links point to the right wherever there is no circle (the layered
 * method of Sugiyama, Tagawa and Toda). Links of a box to itself are not laid out: their list of points is empty.
 */
export function layoutGraph(boxes: readonly Box[], links: readonly Link[], gaps: Gaps): Layout {
  const ids = boxes.map(({ id }) => id);
  const forward = unique(breakCircles(ids, links));
  const ranks = assignRanks(ids, forward);
  const columns = splitLinks(ids, forward, ranks);
  const ordered = orderColumns(columns);
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const middles = placeColumns(ordered, columns, new Map(boxes.map(({ id, height }) => [id, height])), gaps.row);
  const { lefts, width } = columnLefts(ordered, byId, gaps.column);
  const left = (id: string) => lefts[ranks.get(id) ?? 0] ?? { x: 0, width: 0 };
  const corners = new Map(
    boxes.map(({ id, height }) => [id, { x: left(id).x, y: (middles.get(id) ?? 0) - height / 2 }] as const),
  );
  const ways = new Map(columns.ways.map((way) => [`${way[0]}\u0000${way.at(-1)}`, wayPoints(way)]));
  return {
    width,
    height: [...middles].reduce((most, [id, y]) => Math.max(most, y + (byId.get(id)?.height ?? 0) / 2), 0),
    boxes: corners,
    links: links.map(({ from, to }) => {
      const way = ways.get(`${from}\u0000${to}`);
      return way ?? ways.get(`${to}\u0000${from}`)?.toReversed() ?? [];
    }),
  };

  function wayPoints(way: readonly string[]): Point[] {
    const first = ranks.get(way[0] ?? '') ?? 0;
    return way.flatMap((id, step) => {
      const y = middles.get(id) ?? 0;
      const { x, width: columnWidth } = lefts[first + step] ?? { x: 0, width: 0 };
      const end = { x: x + (byId.get(id)?.width ?? columnWidth), y };
      if (step === 0) return [end];
      return step === way.length - 1 ? [{ x, y }] : [{ x, y }, end];
    });
  }
}

function columnLefts(ordered: readonly (readonly string[])[], byId: ReadonlyMap<string, Box>, gap: number) {
  let x = 0;
  const lefts = ordered.map((column) => {
    const width = column.reduce((widest, id) => Math.max(widest, byId.get(id)?.width ?? 0), 0);
    const left = { x, width };
    x += width + gap;
    return left;
  });
  return { lefts, width: Math.max(0, x - gap) };
}

/** A circle of two leaves the same link twice. */
function unique(links: readonly Link[]): Link[] {
  return [...new Map(links.map((link) => [`${link.from}\u0000${link.to}`, link])).values()];
}
