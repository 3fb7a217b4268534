import type { DependenciesPicture } from '../../analysis/pictures/graph/dependencies-picture.ts';
import type { FlowPicture } from '../../analysis/pictures/graph/flow-picture.ts';
import type { ImpactPicture } from '../../analysis/pictures/graph/impact-picture.ts';
import type { TopologyPicture } from '../../analysis/pictures/graph/topology-picture.ts';
import type { Gantt } from '../../analysis/pictures/time/gantt.ts';
import type { Heatmap } from '../../analysis/pictures/time/heatmap.ts';
import type { MetricsPicture } from '../../analysis/pictures/time/metric-series.ts';
import type { Timeline } from '../../analysis/pictures/time/timeline.ts';
import { graphRenderers } from './graph/graph-renderers.ts';
import type { PictureOptions, Renderer } from './picture-options.ts';
import { timeRenderers } from './time/time-renderers.ts';

/** The model of each type of picture. */
export interface PictureByType {
  readonly timeline: Timeline;
  readonly gantt: Gantt;
  readonly heatmap: Heatmap;
  readonly metrics: MetricsPicture;
  readonly flow: FlowPicture;
  readonly dependencies: DependenciesPicture;
  readonly topology: TopologyPicture;
  readonly impact: ImpactPicture;
}

export type PictureType = keyof PictureByType;
export type Picture = PictureByType[PictureType];

/** The languages of pictures, in the order in which help lists them. */
export const pictureFormats = ['svg', 'ascii', 'd3', 'mermaid', 'dot', 'gnuplot'] as const;
export type PictureFormat = (typeof pictureFormats)[number];

export type RenderersByType = {
  readonly [Type in PictureType]: { readonly [Format in PictureFormat]?: Renderer<PictureByType[Type]> };
};

const renderers: RenderersByType = { ...timeRenderers, ...graphRenderers };

export const pictureTypes = Object.keys(renderers) as readonly PictureType[];

/** The languages in which a type of picture can be written. */
export function formatsOf(type: PictureType): readonly PictureFormat[] {
  return pictureFormats.filter((format) => renderers[type][format] !== undefined);
}

/** Writes a picture; undefined when its type does not exist in that language. */
export function renderPicture(picture: Picture, format: PictureFormat, options: PictureOptions): string | undefined {
  return renderAs(picture.type, picture, format, options);
}

function renderAs<Type extends PictureType>(
  type: Type,
  picture: PictureByType[Type],
  format: PictureFormat,
  options: PictureOptions,
): string | undefined {
  return renderers[type][format]?.(picture, options);
}
