import type { DependenciesPicture } from '../../../analysis/pictures/graph/dependencies-picture.ts';
import type { FlowPicture } from '../../../analysis/pictures/graph/flow-picture.ts';
import type { ImpactPicture } from '../../../analysis/pictures/graph/impact-picture.ts';
import type { TopologyPicture } from '../../../analysis/pictures/graph/topology-picture.ts';
import type { Renderer } from '../picture-options.ts';
import { dependenciesAscii } from './dependencies-ascii.ts';
import { flowAscii } from './flow-ascii.ts';
import { impactAscii } from './impact-ascii.ts';
import { dependenciesD3, flowD3, impactD3, topologyD3 } from './picture-d3.ts';
import type { Sketch } from './sketch.ts';
import { sketchDependencies } from './sketch-dependencies.ts';
import { sketchDot } from './sketch-dot.ts';
import { sketchFlow } from './sketch-flow.ts';
import { sketchImpact } from './sketch-impact.ts';
import { sketchMermaid } from './sketch-mermaid.ts';
import { sketchSvg } from './sketch-svg.ts';
import { sketchTopology } from './sketch-topology.ts';
import { topologyAscii } from './topology-ascii.ts';
import { topologySvg } from './topology-svg.ts';

interface GraphRenderers<Model> {
  readonly svg: Renderer<Model>;
  readonly ascii: Renderer<Model>;
  readonly d3: Renderer<Model>;
  readonly mermaid: Renderer<Model>;
  readonly dot: Renderer<Model>;
}

/** Every language in which each picture of nodes and edges can be written. */
export const graphRenderers = {
  flow: {
    ...fromSketch<FlowPicture>((picture, { tz }) => sketchFlow(picture, tz)),
    ascii: flowAscii,
    d3: (picture, { tz }) => flowD3(picture, tz),
  } satisfies GraphRenderers<FlowPicture>,
  dependencies: {
    ...fromSketch(sketchDependencies),
    ascii: dependenciesAscii,
    d3: dependenciesD3,
  } satisfies GraphRenderers<DependenciesPicture>,
  topology: {
    ...fromSketch<TopologyPicture>((picture, { tz }) => sketchTopology(picture, tz)),
    svg: topologySvg,
    ascii: topologyAscii,
    d3: (picture, { tz }) => topologyD3(picture, tz),
  } satisfies GraphRenderers<TopologyPicture>,
  impact: {
    ...fromSketch(sketchImpact),
    ascii: impactAscii,
    d3: impactD3,
  } satisfies GraphRenderers<ImpactPicture>,
};

function fromSketch<Model>(sketch: (...model: Parameters<Renderer<Model>>) => Sketch) {
  return {
    svg: (picture, options) => sketchSvg(sketch(picture, options), options),
    mermaid: (picture, options) => sketchMermaid(sketch(picture, options)),
    dot: (picture, options) => sketchDot(sketch(picture, options)),
  } satisfies Partial<GraphRenderers<Model>>;
}
