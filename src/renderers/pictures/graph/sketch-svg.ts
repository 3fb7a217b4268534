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
  const joined = new Set(sketch.edges.flatMap(({ from, to }) => (from === to ? [] : [from, to])));
  const boxes = new Map(sketch.nodes.map((node) => [node.id, nodeBox(node)]));
  const all = [...boxes.values()];
  const labels = sketch.edges.reduce((most, edge) => Math.max(most, edgeLabelWidth(edge)), 0);
  const gaps = { column: Math.max(64, labels + 56), row: rowGap };
  const layered = layoutGraph(
    all.filter(({ id }) => joined.has(id)),
    sketch.edges,
    gaps,
  );
  const alone = packBoxes(
    all.filter(({ id }) => !joined.has(id)),
    Math.max(least, layered.width),
    rowGap,
  );
  const below = layered.height === 0 ? 0 : layered.height + 2 * rowGap;
  const corners = new Map([
    ...layered.boxes,
    ...[...alone.boxes].map(([id, { x, y }]) => [id, { x, y: y + below }] as const),
  ]);
  return framed(
    sketch,
    {
      width: Math.max(layered.width, alone.width),
      height: alone.height === 0 ? layered.height : below + alone.height,
      markup: [
        arrowHeads(sketch.name, new Set(sketch.edges.map(({ tone }) => tone))),
        ...sketch.edges.map((edge, index) =>
          drawEdge(sketch.name, edge, wayOf(edge, layered.links[index], boxes, corners)),
        ),
        ...sketch.nodes.map((node) => {
          const box = boxes.get(node.id);
          const corner = corners.get(node.id);
          return box === undefined || corner === undefined ? '' : drawNode(node, box, corner);
        }),
      ],
    },
    options,
  );
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
