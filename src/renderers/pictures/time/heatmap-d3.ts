import { type Heatmap, weekdayNames } from '../../../analysis/pictures/time/heatmap.ts';
import { frameData, jsonText } from './d3-data.ts';
import { heatmapSummary, heatmapTitle } from './heatmap-words.ts';

/** All 168 cells. */
export function heatmapD3(heatmap: Heatmap): string {
  return jsonText({
    type: heatmap.type,
    title: heatmapTitle(heatmap),
    description: heatmapSummary(heatmap),
    ...frameData(heatmap.frame),
    weekdays: weekdayNames,
    cells: heatmap.cells,
  });
}
