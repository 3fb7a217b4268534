import type { DependenciesPicture } from '../../../analysis/pictures/graph/dependencies-picture.ts';
import type { ServiceNode } from '../../../analysis/pictures/graph/service-graph.ts';
import { counted } from '../../counted.ts';
import { condense } from './condense.ts';
import { listed } from './listed-names.ts';
import { traits } from './service-traits.ts';
import { legendFor, type Sketch, type SketchNode, type SketchTone } from './sketch.ts';

export const dependenciesLegend = [
  { tone: 'bad', label: 'depends on itself in a circle' },
  { tone: 'warn', label: 'named as a dependency, otherwise unknown' },
  { tone: 'accent', label: 'the service asked for' },
] as const;

/** Sketches who depends on whom: an arrow leads from a service to what it needs. */
export function sketchDependencies(picture: DependenciesPicture): Sketch {
  const inCycle = new Map(picture.cycles.flatMap((cycle, index) => cycle.map((name) => [name, index] as const)));
  const tones = dependencyTones(picture);
  const nodes = picture.nodes.map((node) => nodeOf(node, tones.get(node.name) ?? 'plain'));
  const edges = picture.edges.map(({ from, to }) => {
    const circular = inCycle.has(from) && inCycle.get(from) === inCycle.get(to);
    return { from, to, tone: circular ? 'bad' : 'plain', tooltip: `${from} depends on ${to}` } as const;
  });
  const sketch: Sketch = {
    name: 'dependencies',
    title: dependenciesTitle(picture),
    description: describeDependencies(picture),
    groups: teamGroups(picture.nodes),
    nodes,
    edges,
    legend: legendFor({ nodes, edges }, dependenciesLegend),
    notes: [],
  };
  const byName = new Map(picture.nodes.map((node) => [node.name, node]));
  return condense(sketch, ({ id }) => boxNameOf(byName.get(id)), ['dependency', 'dependencies']);
}

export function dependenciesTitle({ service, environment }: DependenciesPicture): string {
  const where = environment === null ? '' : ` in ${environment}`;
  return service === null ? `Dependencies of services${where}` : `Dependencies around ${service}${where}`;
}

/** Says in sentences what the picture shows. */
export function describeDependencies({ nodes, edges, cycles }: DependenciesPicture): string {
  if (nodes.length === 0) return 'No services are known.';
  const joined = new Set(edges.flatMap(({ from, to }) => [from, to]));
  const [first = [], ...others] = cycles;
  const unknown = nodes.filter(({ known }) => !known).length;
  const alone = nodes.length - joined.size;
  return [
    `${counted(nodes.length, 'service')} with ${counted(edges.length, 'dependency', 'dependencies')}.`,
    ...(alone > 0 ? [`Without any: ${alone}.`] : []),
    ...(unknown > 0 ? [`Only named as a dependency and otherwise unknown: ${unknown}.`] : []),
    ...(cycles.length > 0
      ? [`${counted(cycles.length, 'circle')}: ${listed(first)}${others.length > 0 ? ' …' : ''}.`]
      : []),
  ].join(' ');
}

function nodeOf(node: ServiceNode, tone: SketchTone): SketchNode {
  const about = traits(node);
  return {
    id: node.name,
    group: node.team ?? undefined,
    label: node.name,
    lines: about === '' ? [] : [{ text: about, tone: 'plain' }],
    tone,
    tooltip: about === '' ? node.name : `${node.name} (${about})`,
  };
}

/** What each service is: in a circle, only named by others, asked for, or none of these. */
export function dependencyTones({ nodes, cycles, service }: DependenciesPicture): ReadonlyMap<string, SketchTone> {
  const circular = new Set(cycles.flat());
  const toneOf = ({ name, known }: ServiceNode): SketchTone => {
    if (circular.has(name)) return 'bad';
    if (!known) return 'warn';
    return name === service ? 'accent' : 'plain';
  };
  return new Map(nodes.map((node) => [node.name, toneOf(node)]));
}

/** One group for each team. */
function teamGroups(nodes: readonly ServiceNode[]): Sketch['groups'] {
  const teams = new Set(nodes.flatMap(({ team }) => team ?? []));
  return [...teams].map((team) => ({ id: team, label: team }));
}

function boxNameOf(node: ServiceNode | undefined): string | undefined {
  if (node === undefined) return undefined;
  if (!node.known) return 'unknown services';
  return node.team ?? (node.tier === null ? undefined : `${node.tier} services`);
}
