import type { PictureOptions } from '../picture-options.ts';
import { textElement } from '../svg/element.ts';
import type { Box, Point } from './layout/graph-shape.ts';
import { layoutGraph } from './layout/layout-graph.ts';
import { packBoxes } from './layout/pack-boxes.ts';
import type { Sketch, SketchEdge } from './sketch.ts';
import { arrowHeads, drawEdge, edgeLabelWidth } from './svg-edge.ts';
import { type Drawing, framed } from './svg-frame.ts';
import { drawNode, nodeBox } from './svg-node.ts';

const rowGap = 18;
const least = 900;

/** Draws a sketch as a layered graph; what no edge joins stands below, packed. */
export function sketchSvg(sketch: Sketch, options: PictureOptions): string {
  if (sketch.nodes.length === 0) return framed(sketch, emptyDrawing(sketch.description), options);
  const boxes = new Map(sketch.nodes.map((node) => [node.id, nodeBox(node)]));
  const { width, height, corners, ways } = placed(sketch, [...boxes.values()]);
  const markup = [
    arrowHeads(sketch.name, new Set(sketch.edges.map(({ tone }) => tone))),
    ...sketch.edges.map((edge, index) => drawEdge(sketch.name, edge, wayOf(edge, ways[index], boxes, corners))),
    ...sketch.nodes.map((node) => {
      const box = boxes.get(node.id);
      const corner = corners.get(node.id);
      return box === undefined || corner === undefined ? '' : drawNode(node, box, corner);
    }),
  ];
  return framed(sketch, { width, height, markup }, options);
}

/** Where each box has its upper left corner, and the way of each edge between two of them. */
function placed({ edges }: Sketch, boxes: readonly Box[]) {
  const joined = new Set(edges.flatMap(({ from, to }) => (from === to ? [] : [from, to])));
  const labels = edges.reduce((most, edge) => Math.max(most, edgeLabelWidth(edge)), 0);
  const layered = layoutGraph(
    boxes.filter(({ id }) => joined.has(id)),
    edges,
    { column: Math.max(64, labels + 56), row: rowGap },
  );
  const alone = packBoxes(
    boxes.filter(({ id }) => !joined.has(id)),
    Math.max(least, layered.width),
    rowGap,
  );
  const below = layered.height === 0 ? 0 : layered.height + 2 * rowGap;
  const lower = [...alone.boxes].map(([id, { x, y }]) => [id, { x, y: y + below }] as const);
  return {
    width: Math.max(layered.width, alone.width),
    height: alone.height === 0 ? layered.height : below + alone.height,
    corners: new Map([...layered.boxes, ...lower]),
    ways: layered.links,
  };
}

/** A node's edge to itself is a loop at its upper right corner. */
function wayOf(
  { from, to }: SketchEdge,
  way: readonly Point[] | undefined,
  boxes: ReadonlyMap<string, Box>,
  corners: ReadonlyMap<string, Point>,
): readonly Point[] {
  const [box, corner] = [boxes.get(from), corners.get(from)];
  if (from !== to || box === undefined || corner === undefined) return way ?? [];
  const right = corner.x + box.width;
  return [
    { x: right, y: corner.y + 8 },
    { x: right + 16, y: corner.y - 8 },
    { x: right - 10, y: corner.y },
  ];
}

function emptyDrawing(text: string): Drawing {
  return { width: 480, height: 40, markup: [textElement('text', { x: 0, y: 24, class: 'fill-muted' }, text)] };
}
