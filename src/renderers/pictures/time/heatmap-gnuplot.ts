import { type Heatmap, sumCells, weekdayNames } from '../../../analysis/pictures/time/heatmap.ts';
import type { PictureOptions } from '../picture-options.ts';
import { lightColour } from '../svg/palette.ts';
import { dataBlock, emptyBody, gnuplotScript } from './gnuplot/gnuplot-script.ts';
import { quoteGnuplot } from './gnuplot/quote-gnuplot.ts';
import { heatmapSummary, heatmapTitle } from './heatmap-words.ts';

/** Weekdays by hours as coloured squares with their numbers; failed changes are a second, smaller number. */
export function heatmapGnuplot(heatmap: Heatmap, { width = 960, height = 400 }: PictureOptions): string {
  const { deployments, failed } = sumCells(heatmap.cells);
  const summary = heatmapSummary(heatmap);
  return gnuplotScript({
    width,
    height,
    title: heatmapTitle(heatmap),
    summary,
    body: deployments === 0 ? emptyBody(summary) : cellsBody(heatmap, failed > 0),
  });
}

function cellsBody({ cells, frame }: Heatmap, hasFailed: boolean): string[] {
  const largest = Math.max(...cells.map(({ deployments }) => deployments));
  const days = weekdayNames.map((name, index) => `'${name.slice(0, 3)}' ${index + 1}`);
  const numbers = `$cells using 1:2:($3 > 0 ? sprintf('%d', $3) : '') with labels font ',9' textcolor rgb`;
  return [
    ...dataBlock(
      'cells',
      cells.map(({ hour, weekday, deployments, failed }) => [hour, weekday, deployments, failed]),
    ),
    `set xlabel ${quoteGnuplot(`Hour of the day (${frame.tz})`)} noenhanced`,
    'set xrange [-0.5:23.5]; set yrange [7.5:0.5]; set xtics 0,1; unset key',
    `set ytics (${days.join(', ')})`,
    `set palette defined (0 '${lightColour('heat0')}', 0.01 '${lightColour('heat1')}', 1 '${lightColour('heat3')}')`,
    `set cbrange [0:${largest}]; set cblabel 'deployments'`,
    `plot $cells using 1:2:3 with image pixels, ${numbers} '${lightColour('ink')}'${
      hasFailed
        ? `, \\\n     $cells using 1:($2 + 0.3):($4 > 0 ? sprintf('× %d', $4) : '') with labels font ',7' textcolor rgb '${lightColour('bad')}'`
        : ''
    }`,
  ];
}
