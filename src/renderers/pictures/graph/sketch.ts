/** What the look of a node, a line or an edge means; the legend of a sketch says it in words. */
export type SketchTone = 'plain' | 'accent' | 'ok' | 'warn' | 'bad' | 'unknown';

/** One of the smaller lines below a node's label. */
export interface SketchLine {
  readonly text: string;
  readonly tone: SketchTone;
}

export interface SketchNode {
  /** Unique in the sketch; languages make identifiers of their own for it. */
  readonly id: string;
  /** The id of its group; undefined when it stands alone. */
  readonly group?: string | undefined;
  readonly label: string;
  readonly lines: readonly SketchLine[];
  readonly tone: SketchTone;
  /** Everything, uncut. */
  readonly tooltip: string;
}

export interface SketchEdge {
  readonly from: string;
  readonly to: string;
  readonly label?: string | undefined;
  readonly tone: SketchTone;
  readonly tooltip: string;
}

export interface LegendEntry {
  readonly tone: SketchTone;
  readonly label: string;
}

/** A picture of nodes and edges, as every language for graphs can write it. Its texts are of any origin, and of any length. */
export interface Sketch {
  /** A word of small letters. */
  readonly name: string;
  readonly title: string;
  /** The alternative text: what somebody learns from it who cannot see it, in sentences. */
  readonly description: string;
  readonly groups: readonly { readonly id: string; readonly label: string }[];
  readonly nodes: readonly SketchNode[];
  readonly edges: readonly SketchEdge[];
  readonly legend: readonly LegendEntry[];
  /** Said below it, such as what was left out. */
  readonly notes: readonly string[];
}

/** From what a reader must see first to what may be overlooked. */
const urgency: readonly SketchTone[] = ['bad', 'warn', 'unknown', 'accent', 'ok', 'plain'];

/** The most urgent of some tones; plain of none. */
export function mostUrgent(tones: Iterable<SketchTone>): SketchTone {
  const met = new Set(tones);
  return urgency.find((tone) => met.has(tone)) ?? 'plain';
}

/** The entries of a legend that a sketch needs: those whose tone occurs in it. */
export function legendFor({ nodes, edges }: Pick<Sketch, 'nodes' | 'edges'>, entries: readonly LegendEntry[]) {
  const met = new Set([
    ...nodes.flatMap(({ tone, lines }) => [tone, ...lines.map((line) => line.tone)]),
    ...edges.map(({ tone }) => tone),
  ]);
  return entries.filter(({ tone }) => met.has(tone));
}
