import type { DependenciesPicture } from '../../../analysis/pictures/graph/dependencies-picture.ts';
import type { FlowPicture } from '../../../analysis/pictures/graph/flow-picture.ts';
import type { ImpactPicture } from '../../../analysis/pictures/graph/impact-picture.ts';
import { placeKey, type TopologyPicture } from '../../../analysis/pictures/graph/topology-picture.ts';
import { instant } from '../../../domain/instant.ts';
import { d3Text } from '../d3-text.ts';
import { dependenciesTitle, describeDependencies } from './sketch-dependencies.ts';
import { describeFlow, flowTitle } from './sketch-flow.ts';
import { describeImpact, impactTitle } from './sketch-impact.ts';
import { describeTopology, topologyTitle } from './sketch-topology.ts';

/** What d3-force, d3-sankey and others like them take: nodes with ids, and links between those ids. Nothing is cut or condensed. */
interface NodesAndLinks {
  readonly type: string;
  readonly title: string;
  readonly description: string;
  readonly nodes: readonly (object & { readonly id: string })[];
  readonly links: readonly (object & { readonly source: string; readonly target: string })[];
}

/** A link leads from a service to what it depends on. */
export function dependenciesD3(picture: DependenciesPicture): string {
  const cycleOf = new Map(picture.cycles.flatMap((cycle, index) => cycle.map((name) => [name, index] as const)));
  return written({
    type: picture.type,
    title: dependenciesTitle(picture),
    description: describeDependencies(picture),
    nodes: picture.nodes.map(({ name, ...node }) => ({
      id: name,
      ...node,
      cycle: cycleOf.get(name) ?? null,
    })),
    links: picture.edges.map(({ from, to }) => ({ source: from, target: to })),
  });
}

/** A link leads from a service to one that depends on it. The service itself is at distance 0. */
export function impactD3(picture: ImpactPicture): string {
  const all = [...(picture.service === null ? [] : [{ ...picture.service, distance: 0 }]), ...picture.hit];
  return written({
    type: picture.type,
    title: impactTitle(picture),
    description: describeImpact(picture),
    nodes: all.map(({ name, ...node }) => ({ id: name, ...node })),
    links: picture.edges.map(({ from, to }) => ({ source: to, target: from })),
  });
}

/** Links have a `value`, the number of versions, as d3-sankey wants it. */
export function flowD3(picture: FlowPicture, tz: string): string {
  return written({
    type: picture.type,
    title: flowTitle(picture),
    description: describeFlow(picture, tz),
    nodes: picture.stages.map(({ environment, ...stage }) => ({ id: environment, ...stage })),
    links: picture.hops.map(({ from, to, versions, ...hop }) => ({
      source: from,
      target: to,
      value: versions,
      ...hop,
    })),
  });
}

/** A link leads from a service to a place where it runs; ids are `service:0`, `place:0` …, names are apart. */
export function topologyD3(picture: TopologyPicture, tz: string): string {
  const services = new Map(picture.services.map(({ name }, index) => [name, `service:${index}`]));
  const places = new Map(picture.places.map((place, index) => [placeKey(place), `place:${index}`]));
  return written({
    type: picture.type,
    title: topologyTitle(picture, tz),
    description: describeTopology(picture),
    nodes: [
      ...picture.services.map(({ known, ...service }, index) => ({
        id: `service:${index}`,
        kind: 'service',
        ...service,
      })),
      ...picture.places.map(({ environment, region }, index) => ({
        id: `place:${index}`,
        kind: 'place',
        environment,
        region: region || null,
      })),
    ],
    links: picture.running.map(({ service, version, sinceMs, health, ...place }) => ({
      source: services.get(service) ?? '',
      target: places.get(placeKey(place)) ?? '',
      version,
      since: instant(sinceMs),
      health,
    })),
  });
}

function written(data: NodesAndLinks): string {
  return d3Text(data);
}
