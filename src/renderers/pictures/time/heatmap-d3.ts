import { type Heatmap, weekdayNames } from '../../../analysis/pictures/time/heatmap.ts';
import { d3Text } from '../d3-text.ts';
import { frameData } from './frame-data.ts';
import { heatmapSummary, heatmapTitle } from './heatmap-words.ts';

/** All 168 cells. */
export function heatmapD3(heatmap: Heatmap): string {
  return d3Text({
    type: heatmap.type,
    title: heatmapTitle(heatmap),
    description: heatmapSummary(heatmap),
    ...frameData(heatmap.frame),
    weekdays: weekdayNames,
    cells: heatmap.cells,
  });
}
