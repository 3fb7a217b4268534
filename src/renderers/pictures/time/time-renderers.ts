import { ganttAscii } from './gantt-ascii.ts';
import { ganttD3 } from './gantt-d3.ts';
import { ganttMermaid } from './gantt-mermaid.ts';
import { ganttSvg } from './gantt-svg.ts';
import { heatmapAscii } from './heatmap-ascii.ts';
import { heatmapD3 } from './heatmap-d3.ts';
import { heatmapGnuplot } from './heatmap-gnuplot.ts';
import { heatmapSvg } from './heatmap-svg.ts';
import { metricsAscii } from './metrics-ascii.ts';
import { metricsD3 } from './metrics-d3.ts';
import { metricsGnuplot } from './metrics-gnuplot.ts';
import { metricsSvg } from './metrics-svg.ts';
import { timelineAscii } from './timeline-ascii.ts';
import { timelineD3 } from './timeline-d3.ts';
import { timelineDot } from './timeline-dot.ts';
import { timelineGnuplot } from './timeline-gnuplot.ts';
import { timelineMermaid } from './timeline-mermaid.ts';
import { timelineSvg } from './timeline-svg.ts';

/** The pictures of what happened over time, by type and language. */
export const timeRenderers = {
  timeline: {
    svg: timelineSvg,
    ascii: timelineAscii,
    d3: timelineD3,
    mermaid: timelineMermaid,
    dot: timelineDot,
    gnuplot: timelineGnuplot,
  },
  gantt: { svg: ganttSvg, ascii: ganttAscii, d3: ganttD3, mermaid: ganttMermaid },
  heatmap: { svg: heatmapSvg, ascii: heatmapAscii, d3: heatmapD3, gnuplot: heatmapGnuplot },
  metrics: { svg: metricsSvg, ascii: metricsAscii, d3: metricsD3, gnuplot: metricsGnuplot },
};
