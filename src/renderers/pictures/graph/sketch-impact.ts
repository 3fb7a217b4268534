import { groupByKey } from '../../../analysis/group-by-key.ts';
import type { HitService, ImpactPicture } from '../../../analysis/pictures/graph/impact-picture.ts';
import type { ServiceNode } from '../../../analysis/pictures/graph/service-graph.ts';
import { counted } from '../../counted.ts';
import { condense } from './condense.ts';
import { listed } from './listed-names.ts';
import { traits } from './service-traits.ts';
import { legendFor, type Sketch, type SketchNode } from './sketch.ts';

const legend = [
  { tone: 'accent', label: 'changes, or is lost' },
  { tone: 'bad', label: 'depends on it directly: any change may hit it' },
  { tone: 'warn', label: 'farther off: hit when those between fail' },
] as const;

/** Sketches what a service hits: an arrow leads from a service to the one that needs it. */
export function sketchImpact(picture: ImpactPicture): Sketch {
  const { service, hit } = picture;
  const nodes = [...(service === null ? [] : [centreNode(service)]), ...hit.map(hitNode)];
  const distances = new Map(hit.map(({ name, distance }) => [name, distance]));
  const distance = (name: string) => distances.get(name) ?? 0;
  const shortest = picture.edges.filter(({ from, to }) => distance(from) === distance(to) + 1);
  const edges = shortest.map(({ from, to }) => ({
    from: to,
    to: from,
    tone: 'plain' as const,
    tooltip: `${from} depends on ${to}`,
  }));
  const others = picture.edges.length - shortest.length;
  const notes =
    others === 0 ? [] : [`Not drawn: ${counted(others, 'dependency', 'dependencies')} beside the shortest ways.`];
  const sketch: Sketch = {
    name: 'impact',
    title: impactTitle(picture),
    description: [describeImpact(picture), ...notes].join(' '),
    groups: [...new Set(distances.values())].map((distance) => ({
      id: groupId(distance),
      label: stepsAway(distance),
    })),
    nodes,
    edges,
    legend: legendFor({ nodes, edges }, legend),
    notes,
  };
  const byName = new Map(hit.map((node) => [node.name, node]));
  return condense(sketch, ({ id }) => boxNameOf(byName.get(id)) ?? id, ['dependency', 'dependencies']);
}

export function impactTitle({ service, asked, environment }: ImpactPicture): string {
  if (service === null) return 'Impact: no services are known';
  const where = environment === null ? '' : ` in ${environment}`;
  return `Impact of ${service.name}${where}${asked ? '' : ', the service whose loss hits most'}`;
}

/** Says in sentences what the picture shows. */
export function describeImpact({ service, hit }: ImpactPicture): string {
  if (service === null) return 'No services are known.';
  if (hit.length === 0) return `Nothing is known to depend on ${service.name}.`;
  const direct = hit.filter(({ distance }) => distance === 1).map(({ name }) => name);
  const tiers = groupByKey(hit, ({ tier }) => tier ?? 'no tier');
  const byTier = [...tiers].map(([tier, services]) => `${services.length} ${tier}`);
  return [
    `A change of ${service.name} may hit ${counted(direct.length, 'service')} directly: ${listed(direct)}.`,
    `Its loss hits ${counted(hit.length, 'service')} at up to ${counted(hit.at(-1)?.distance ?? 0, 'step')} (${listed(byTier)}).`,
  ].join(' ');
}

/** How far off a service is, in words. */
export function stepsAway(distance: number): string {
  return distance === 1 ? 'directly' : `${distance} steps away`;
}

function centreNode(service: ServiceNode): SketchNode {
  const { name } = service;
  return { id: name, label: name, lines: linesOf(traits(service)), tone: 'accent', tooltip: name };
}

function hitNode(node: HitService): SketchNode {
  const { name, distance } = node;
  const about = traits(node);
  return {
    id: name,
    group: groupId(distance),
    label: name,
    lines: linesOf(about),
    tone: distance === 1 ? 'bad' : 'warn',
    tooltip: [name, about, stepsAway(distance)].filter((part) => part !== '').join(', '),
  };
}

function linesOf(about: string) {
  return about === '' ? [] : [{ text: about, tone: 'plain' as const }];
}

function groupId(distance: number): string {
  return `distance ${distance}`;
}

function boxNameOf(node: HitService | undefined): string | undefined {
  return node && `${node.tier ?? 'no tier'}, ${stepsAway(node.distance)}`;
}
