import { groupByKey } from '../../../analysis/group-by-key.ts';
import { counted } from '../../counted.ts';
import { mostUrgent, type Sketch, type SketchEdge, type SketchNode } from './sketch.ts';

/** A sketch with more nodes than this is no longer read, but searched. */
const readableNodes = 60;
const readableEdges = 150;
/** With more arrows than this, boxes look as if everything depended on everything. */
const arrowsPerBox = 3;
/** Names listed in one box; the number of further ones is said. */
const namesPerBox = 30;
/** Nodes that stay on their own where nothing sorts them into boxes. */
const nodesAlone = 40;

/** The box into which a node is put, by the name that is written on it; undefined when nothing is known that sorts it. */
export type BoxOf = (node: SketchNode) => string | undefined;

/**
 * Makes a large sketch readable: its nodes become names in boxes, its edges numbers between the boxes. A small one stays as it is.
 * What even that leaves out is said in its notes and in its description.
 * @param edgeNoun what an edge is, such as `dependency`, and its plural
 */
export function condense(sketch: Sketch, boxOf: BoxOf, edgeNoun: readonly [one: string, many: string]): Sketch {
  if (sketch.nodes.length <= readableNodes && sketch.edges.length <= readableEdges) return sketch;
  const boxes = boxesOf(sketch, boxOf);
  const members = groupByKey(sketch.nodes, ({ id }) => boxes.get(id) ?? id);
  const kept = new Map([...members].sort(([, a], [, b]) => b.length - a.length).slice(0, readableNodes));
  const between = edgesBetween(sketch, boxes, edgeNoun);
  const drawable = between.filter(({ from, to }) => from !== to && kept.has(from) && kept.has(to));
  const edges = drawable.slice(0, arrowsPerBox * kept.size);
  const inside = sketch.edges.filter(({ from, to }) => boxes.get(from) === boxes.get(to)).length;
  const [one, many] = edgeNoun;
  const explained = [
    `Its ${counted(sketch.nodes.length, 'service')} stand in ${counted(kept.size, 'box', 'boxes')}.`,
    ...(edges.length === 0 ? [] : [`A number on an arrow says how many ${many} it stands for.`]),
    ...notDrawn(inside, `${one} within a box`, `${many} within boxes`),
    ...notDrawn(members.size - kept.size, 'smaller box', 'smaller boxes'),
    ...notDrawn(drawable.length - edges.length, 'thinner arrow', 'thinner arrows'),
  ];
  return {
    ...sketch,
    description: [sketch.description, ...explained].join(' '),
    groups: [],
    nodes: [...kept].map(([name, nodes]) => boxNode(name, nodes)),
    edges,
    notes: [...sketch.notes, ...explained],
  };
}

/** The box of each node by id; of many that nothing sorts the best-connected stay alone, and one box holds the others. */
function boxesOf({ nodes, edges }: Sketch, boxOf: BoxOf): Map<string, string> {
  const boxes = new Map(nodes.map((node) => [node.id, boxOf(node)]));
  const unsorted = nodes.map(({ id }) => id).filter((id) => boxes.get(id) === undefined);
  const degrees = new Map<string, number>();
  for (const id of edges.flatMap(({ from, to }) => [from, to])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  const connected = unsorted
    .filter((id) => degrees.has(id))
    .sort((a, b) => (degrees.get(b) ?? 0) - (degrees.get(a) ?? 0));
  const alone = new Set(unsorted.length > namesPerBox ? connected.slice(0, nodesAlone) : []);
  // Teams may have these names, too; the blank keeps them apart.
  const restOf = (id: string) => (degrees.has(id) ? ' others' : ' without dependencies');
  return new Map(nodes.map(({ id }) => [id, alone.has(id) ? id : (boxes.get(id) ?? restOf(id))]));
}

function boxNode(name: string, inside: readonly SketchNode[]): SketchNode {
  const [only, ...others] = inside;
  if (only !== undefined && others.length === 0) return { ...only, id: name, group: undefined };
  const shown = inside.slice(0, inside.length > namesPerBox ? namesPerBox - 1 : namesPerBox);
  const hidden = inside.slice(shown.length);
  const more = { text: `and ${hidden.length} more`, tone: mostUrgent(hidden.map(({ tone }) => tone)) };
  return {
    id: name,
    label: `${name.trim()} (${inside.length})`,
    lines: [...shown.map(({ label, tone }) => ({ text: label, tone })), ...(hidden.length === 0 ? [] : [more])],
    tone: 'plain',
    tooltip: `${name.trim()}: ${inside.map(({ label }) => label).join(', ')}`,
  };
}

/** Edges between boxes, and of boxes to themselves: those that are bad first, then the thickest. */
function edgesBetween(
  { edges }: Sketch,
  boxes: ReadonlyMap<string, string>,
  [one, many]: readonly [string, string],
): SketchEdge[] {
  const ends = ({ from, to }: SketchEdge) => [boxes.get(from) ?? from, boxes.get(to) ?? to] as const;
  const between = groupByKey(edges, (edge) => JSON.stringify(ends(edge)));
  const isBad = (same: readonly SketchEdge[]) => Number(same.some(({ tone }) => tone === 'bad'));
  const thickest = [...between.values()].sort((a, b) => isBad(b) - isBad(a) || b.length - a.length);
  return thickest.flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const [from, to] = ends(first);
    const tooltip = `${from.trim()} → ${to.trim()}: ${counted(same.length, one, many)}`;
    const label = same.length === 1 ? undefined : String(same.length);
    return [{ from, to, label, tone: mostUrgent(same.map(({ tone }) => tone)), tooltip }];
  });
}

function notDrawn(count: number, one: string, many: string): string[] {
  return count === 0 ? [] : [`Not drawn: ${counted(count, one, many)}.`];
}
