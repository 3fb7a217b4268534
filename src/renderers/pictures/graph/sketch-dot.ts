import { truncate } from '../../terminal/display-width.ts';
import { quoteDot, quoteDotLines } from '../dot/quote-dot.ts';
import { lightColour } from '../svg/palette.ts';
import type { Sketch, SketchNode, SketchTone } from './sketch.ts';
import { toneColours, toneMarks } from './tone-looks.ts';

/** In columns; tooltips hold the whole text. */
const longestLabel = 48;
/** A node with more lines than this is a list. */
const longestSubtitle = 2;

/** Writes a sketch for Graphviz. Nodes are called n0, n1 … so that no name is ever an identifier. */
export function sketchDot({ name, title, description, groups, nodes, edges, legend, notes }: Sketch): string {
  const ids = new Map(nodes.map(({ id }, index) => [id, `n${index}`]));
  const nodeLines = (group: string | undefined) =>
    nodes.filter((node) => node.group === group).map((node) => nodeLine(ids.get(node.id) ?? '', node));
  const lines = [
    `digraph ${name} {`,
    ...graphLines(title, description, notes),
    ...groups.flatMap(({ id, label }, index) => cluster(`cluster_${index}`, label, nodeLines(id))),
    ...nodeLines(undefined).map((line) => `  ${line}`),
    ...edges.map(({ from, to, label, tone, tooltip }) => {
      const attributes = [`color=${colour(tone)}`, `tooltip=${quoteDot(tooltip)}`];
      if (label !== undefined) attributes.push(`label=${quoteDot(label)}`);
      return `  ${ids.get(from)} -> ${ids.get(to)} [${attributes.join(', ')}];`;
    }),
    ...(legend.length === 0 ? [] : cluster('cluster_legend', 'Legend', legend.map(legendLine))),
    '}',
  ];
  return `${lines.join('\n')}\n`;
}

function graphLines(title: string, description: string, notes: readonly string[]): string[] {
  return [
    `  graph [rankdir=LR, labelloc=t, fontname="Helvetica", bgcolor="white", label=${quoteDotLines([title, ...notes], 'centred')}, tooltip=${quoteDot(description)}, comment=${quoteDot(description)}];`,
    '  node [shape=box, style="rounded", fontname="Helvetica", fontsize=11, margin="0.15,0.08"];',
    '  edge [fontname="Helvetica", fontsize=10, arrowsize=0.7];',
  ];
}

function nodeLine(id: string, { label, lines, tone, tooltip }: SketchNode): string {
  const texts = [toneMarks[tone] + label, ...lines.map((line) => toneMarks[line.tone] + line.text)].map((text) =>
    truncate(text, longestLabel),
  );
  return `${id} [label=${quoteDotLines(texts, lines.length > longestSubtitle ? 'flush left' : 'centred')}, color=${colour(tone)}, tooltip=${quoteDot(tooltip)}];`;
}

function legendLine({ tone, label }: Sketch['legend'][number], index: number): string {
  return `l${index} [label=${quoteDot(toneMarks[tone] + label)}, color=${colour(tone)}];`;
}

function cluster(id: string, label: string, lines: readonly string[]): string[] {
  const head = `label=${quoteDot(truncate(label, longestLabel))}; tooltip=${quoteDot(label)}; color=${quoteDot(lightColour('rule'))};`;
  return [`  subgraph ${id} {`, `    ${head}`, ...lines.map((line) => `    ${line}`), '  }'];
}

function colour(tone: SketchTone): string {
  return quoteDot(lightColour(toneColours[tone]));
}
