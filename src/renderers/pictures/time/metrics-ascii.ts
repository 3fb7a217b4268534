import { type MetricSeries, type MetricsPicture, runsOf } from '../../../analysis/pictures/time/metric-series.ts';
import { columnAt, evenColumns, type TimeFrame } from '../../../analysis/pictures/time/time-frame.ts';
import { valueAxis } from '../../../analysis/pictures/time/value-axis.ts';
import { padding, truncate } from '../../terminal/display-width.ts';
import { paint } from '../../terminal/tone.ts';
import type { PictureOptions } from '../picture-options.ts';
import { hasValues, metricsSummary, metricsTitle, seriesText } from './metrics-words.ts';
import { BrailleCanvas } from './terminal/braille.ts';
import { paragraphs } from './terminal/paragraphs.ts';
import { timeRuler } from './terminal/time-ruler.ts';
import { valueText } from './value-text.ts';

const axisWidth = 9;
/** Title, axis, gap. */
const otherLines = 3;

/** One chart below the other, a line for each run of weeks with data; a week without is a gap in the line. */
export function metricsAscii(picture: MetricsPicture, { width = 80, height, color }: PictureOptions): string {
  if (!hasValues(picture)) return paragraphs([metricsTitle(picture), metricsSummary(picture)], width);
  const columns = Math.max(10, width - axisWidth - 1);
  const room = Math.floor(((height ?? 40) - 4) / Math.max(1, picture.series.length)) - otherLines;
  const lines = Math.min(12, Math.max(3, room));
  const [, ticks] = timeRuler(picture.frame, columns);
  const charts = picture.series.flatMap((series) => [
    paint(truncate(seriesText(series), width), 'strong', color),
    ...chart(series, picture.frame, columns, lines),
    '',
  ]);
  return `${[paragraphs([metricsTitle(picture)], width), ...charts.slice(0, -1), `${' '.repeat(axisWidth + 1)}${ticks}`].join('\n')}\n`;
}

function chart(series: MetricSeries, frame: TimeFrame, columns: number, lines: number): string[] {
  const values = series.points.flatMap(({ value }) => value ?? []);
  if (values.length === 0) return [];
  const axis = valueAxis(values, series.unit, 2);
  const names = new Map(
    axis.ticks.map((tick) => [Math.round(lines * (1 - tick / axis.max)), valueText(tick, series.unit)]),
  );
  const canvas = draw(series, frame, columns, lines, axis.max).lines();
  const [line] = timeRuler(frame, columns);
  return [
    ...canvas.map((text, index) => `${axisLabel(names.get(index))} ${names.has(index) ? '┤' : '│'}${text}`.trimEnd()),
    `${axisLabel('0')} └${line}`,
  ];
}

function axisLabel(text = ''): string {
  const label = truncate(text, axisWidth - 1);
  return padding(label, axisWidth - 1) + label;
}

function draw({ points }: MetricSeries, frame: TimeFrame, columns: number, lines: number, max: number): BrailleCanvas {
  const canvas = new BrailleCanvas(columns, lines);
  const starts = evenColumns(frame, columns * 2);
  for (const run of runsOf(points)) {
    let last: readonly [number, number] | undefined;
    for (const { fromMs, value } of run) {
      const at = [columnAt(starts, fromMs), Math.round((1 - value / max) * (lines * 4 - 1))] as const;
      canvas.line(...(last ?? at), ...at);
      last = at;
    }
  }
  return canvas;
}
