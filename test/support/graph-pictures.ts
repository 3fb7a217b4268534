import { buildDependencyGraph, type DependencyGraph } from '../../src/analysis/dependencies/dependency-graph.ts';
import type { DependenciesPicture } from '../../src/analysis/pictures/graph/dependencies-picture.ts';
import { pictureDependencies } from '../../src/analysis/pictures/graph/dependencies-picture.ts';
import type { FlowPicture } from '../../src/analysis/pictures/graph/flow-picture.ts';
import { type ImpactPicture, pictureImpact } from '../../src/analysis/pictures/graph/impact-picture.ts';
import { describeService } from '../../src/analysis/pictures/graph/service-graph.ts';
import type { Occupant, TopologyPicture } from '../../src/analysis/pictures/graph/topology-picture.ts';
import { pictureTopology } from '../../src/analysis/pictures/graph/topology-picture.ts';
import type { PictureOptions } from '../../src/renderers/pictures/picture-options.ts';
import { servicesDependingOn } from './service-graphs.ts';

/** Names that mean something to Mermaid, Graphviz, XML or a terminal. */
export const hostileNames = [
  'end',
  'a--b',
  '"quoted" <b>&amp;</b> \\n \\',
  "it's",
  '%%{init: {"theme":"dark"}}%%',
  '`tick` $$x^2$$ #35; 1. style x:#f00;',
  '- list',
  'subgraph x',
  'שירות תשלומים',
  '日本語サービス',
  '👩‍🚀',
  'click n0 "javascript:alert(1)"',
  'x'.repeat(1024),
];

export const plainOptions: PictureOptions = { width: undefined, height: undefined, tz: 'UTC', color: false };

/** Services `s0`, `s1` … of `teams` teams, each but the first depending on up to three of those before it. */
export function largeFleet(count: number, teams: number, nameOf = (index: number) => `s${index}`): DependencyGraph {
  const needs = Array.from({ length: count }, (_, index) => {
    const needed = [Math.floor(index / 2), Math.floor(index / 3), (index * 7) % Math.max(1, index)];
    return [nameOf(index), needed.filter((to) => to !== index).map(nameOf)] as const;
  });
  const rows = servicesDependingOn(Object.fromEntries(needs));
  return buildDependencyGraph(rows.map((row, index) => (teams === 0 ? row : { ...row, ...sorted(index, teams) })));
}

function sorted(index: number, teams: number) {
  return { owners: [`team ${index % teams}`], tier: index % 2 === 0 ? 'critical' : 'standard' };
}

/** A graph of services with these names, each depending on the one before, the first on the last. */
function ringOf(names: readonly string[]): DependencyGraph {
  const rows = names.map((name, index) => {
    const [row] = servicesDependingOn({ x: [names.at(index - 1) ?? name] });
    return row === undefined ? [] : [{ ...row, name, owners: [name], tier: name }];
  });
  return buildDependencyGraph(rows.flat());
}

/** Each type of picture, of services and environments with these names. */
export function picturesOf(names: readonly string[]): {
  dependencies: DependenciesPicture;
  impact: ImpactPicture;
  flow: FlowPicture;
  topology: TopologyPicture;
} {
  const graph = ringOf(names);
  const running = names.map(
    (name): Occupant => ({
      service: name,
      environment: name,
      region: name,
      version: name,
      sinceMs: 0,
      health: 'incident',
    }),
  );
  return {
    dependencies: pictureDependencies(graph, { service: null, environment: null }),
    impact: pictureImpact(graph, { service: names[0] ?? null, environment: names[0] ?? null }),
    flow: flowThrough(names),
    topology: pictureTopology(running, names, [...graph.values()].map(describeService), 0),
  };
}

function flowThrough(names: readonly string[]): FlowPicture {
  const counts = { versions: 4, clean: 3 };
  return {
    type: 'flow',
    service: names[0] ?? null,
    environment: null,
    fromMs: 0,
    toMs: 86_400_000,
    stages: names.map((environment) => ({ environment, deployments: 5, entered: 0, ...counts })),
    hops: names.slice(1).map((to, index) => ({ from: names[index] ?? '', to, medianMs: 60_000, ...counts })),
  };
}
