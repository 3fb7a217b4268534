import { type MetricSeries, type MetricsPicture, runsOf } from '../../../analysis/pictures/time/metric-series.ts';
import { valueAxis } from '../../../analysis/pictures/time/value-axis.ts';
import type { PictureOptions } from '../picture-options.ts';
import { type Colour, lightColour } from '../svg/palette.ts';
import { emptyBody, gnuplotScript } from './gnuplot/gnuplot-script.ts';
import { quoteGnuplot, quoteTic } from './gnuplot/quote-gnuplot.ts';
import { timeAxis } from './gnuplot/time-axis.ts';
import { hasValues, metricsSummary, metricsTitle, seriesText } from './metrics-words.ts';
import { valueText } from './value-text.ts';

const colours: readonly Colour[] = ['series1', 'series2', 'series3', 'series4'];
const chartHeight = 190;

/** One chart below the other; a week without data is a gap in the line. */
export function metricsGnuplot(picture: MetricsPicture, { width = 960, height }: PictureOptions): string {
  const shown = picture.series.filter(({ points }) => points.some(({ value }) => value !== null));
  const title = metricsTitle(picture);
  const body = hasValues(picture)
    ? [
        ...timeAxis(picture.frame),
        'set grid; unset key; set tics nomirror; unset title; set lmargin at screen 0.09',
        `set multiplot layout ${shown.length},1 title ${quoteGnuplot(title)} noenhanced`,
        ...shown.flatMap(chart),
        'unset multiplot',
      ]
    : emptyBody(metricsSummary(picture));
  const drawn = Math.max(1.5, shown.length) * chartHeight;
  return gnuplotScript({ width, height: height ?? drawn, title, summary: metricsSummary(picture), body });
}

function chart(series: MetricSeries, index: number): string[] {
  const values = series.points.flatMap(({ value }) => value ?? []);
  const axis = valueAxis(values, series.unit, 4);
  const tics = axis.ticks.map((tick) => `${quoteTic(valueText(tick, series.unit))} ${tick}`);
  const colour = lightColour(colours[index % colours.length] ?? 'series1');
  return [
    `$series${index} << EOD`,
    // A blank line ends a line of the drawing.
    ...runsOf(series.points).flatMap((run) => [...run.map(({ fromMs, value }) => `${fromMs / 1000} ${value}`), '']),
    'EOD',
    `set yrange [0:${axis.max}]; set ytics (${tics.join(', ')})`,
    `set title ${quoteGnuplot(seriesText(series))} noenhanced`,
    `plot $series${index} using 1:2 with linespoints pt 7 ps 0.6 lw 2 lc rgb '${colour}'`,
  ];
}
