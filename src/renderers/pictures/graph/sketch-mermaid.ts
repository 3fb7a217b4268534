import { truncate } from '../../terminal/display-width.ts';
import { escapeMermaid } from '../mermaid/escape-mermaid.ts';
import { accessibleLines, titleLines } from '../mermaid/mermaid-head.ts';
import { lightColour } from '../svg/palette.ts';
import type { Sketch, SketchNode } from './sketch.ts';
import { toneColours, toneMarks } from './tone-looks.ts';

/** Mermaid refuses diagrams longer than this (its `maxTextSize`, which a diagram may not change). */
const longestDiagram = 50_000;

/** How much of a large sketch is written: columns of a label, and smaller lines of a node. */
interface Detail {
  readonly columns: number;
  readonly lines: number;
}

const details: readonly Detail[] = [
  { columns: 48, lines: Number.POSITIVE_INFINITY },
  { columns: 28, lines: 40 },
  { columns: 24, lines: 10 },
  { columns: 16, lines: 3 },
  { columns: 8, lines: 0 },
];

/**
 * Writes a sketch as a Mermaid flowchart, in as much detail as Mermaid takes. Nodes are called n0, n1 … so that no name is ever
 * an identifier or a keyword.
 */
export function sketchMermaid(sketch: Sketch): string {
  let text = '';
  for (const detail of details) {
    text = flowchart(sketch, detail);
    if (text.length <= longestDiagram) break;
  }
  return text;
}

function flowchart({ title, description, groups, nodes, edges, legend, notes }: Sketch, detail: Detail): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const label = (text: string) => `"${escapeMermaid(truncate(text, detail.columns))}"`;
  const nodeLines = (group: string | undefined) =>
    nodes.filter((node) => node.group === group).map((node) => nodeLine(ids.get(node.id) ?? '', node, detail));
  const legendLines = [
    ...legend.map(({ tone, label: text }, index) => `l${index}["${escapeMermaid(toneMarks[tone] + text)}"]:::${tone}`),
    ...notes.map((note, index) => `m${index}["${escapeMermaid(note)}"]:::plain`),
  ];
  const lines = [
    ...titleLines(truncate(title, 200)),
    'flowchart LR',
    ...accessibleLines(truncate(title, 200), truncate(description, 1500)).map((line) => `  ${line}`),
    ...groups.flatMap(({ id, label: text }, index) => subgraph(`g${index}`, label(text), nodeLines(id))),
    ...nodeLines(undefined).map((line) => `  ${line}`),
    ...edges.map(({ from, to, label: text }) => {
      const arrow = text === undefined ? '-->' : `-->|${label(text)}|`;
      return `  ${ids.get(from)} ${arrow} ${ids.get(to)}`;
    }),
    ...(legendLines.length === 0 ? [] : subgraph('legend', '"Legend"', legendLines)),
    ...looks(edges),
  ];
  return `${lines.join('\n')}\n`;
}

function nodeLine(id: string, { label, lines, tone }: SketchNode, detail: Detail): string {
  const kept = lines.length <= detail.lines ? lines : lines.slice(0, Math.max(0, detail.lines - 1));
  const hidden = lines.length - kept.length;
  const texts = [toneMarks[tone] + label, ...kept.map((line) => toneMarks[line.tone] + line.text)].map((text) =>
    escapeMermaid(truncate(text, detail.columns)),
  );
  if (hidden > 0 && detail.lines > 0) texts.push(`and ${hidden} more`);
  return `${id}["${texts.join('<br/>')}"]:::${tone}`;
}

function subgraph(id: string, label: string, lines: readonly string[]): string[] {
  return [`  subgraph ${id}[${label}]`, ...lines.map((line) => `    ${line}`), '  end'];
}

/** Coloured borders on Mermaid's own boxes, so that its light and dark themes both stay readable. */
function looks(edges: Sketch['edges']): string[] {
  const classes = Object.entries(toneColours).map(
    ([tone, colour]) => `  classDef ${tone} stroke:${lightColour(colour)},stroke-width:${tone === 'plain' ? 1 : 2}px`,
  );
  const links = edges.flatMap(({ tone }, index) =>
    tone === 'plain' ? [] : [`  linkStyle ${index} stroke:${lightColour(toneColours[tone])}`],
  );
  return [...classes, ...links];
}
