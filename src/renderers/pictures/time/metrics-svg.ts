import { type MetricSeries, type MetricsPicture, runsOf } from '../../../analysis/pictures/time/metric-series.ts';
import type { TimeFrame } from '../../../analysis/pictures/time/time-frame.ts';
import { valueAxis } from '../../../analysis/pictures/time/value-axis.ts';
import type { PictureOptions } from '../picture-options.ts';
import { described, element, textElement } from '../svg/element.ts';
import { fitText } from '../svg/text-width.ts';
import { momentText } from './frame-text.ts';
import { hasValues, metricsSummary, metricsTitle, seriesText } from './metrics-words.ts';
import { timeGrid, timeScale } from './svg/time-grid.ts';
import { drawingHeight, drawingWidth, timePicture } from './svg/time-picture.ts';
import { valueText } from './value-text.ts';

const left = 64;
const titleHeight = 34;
const titleSize = 13;
const axisHeight = 30;
const usualHeight = 160;
const lowest = 90;

interface Area {
  readonly top: number;
  readonly bottom: number;
  readonly right: number;
}

/** One chart below the other; a week without data is a gap in the line. */
export function metricsSvg(picture: MetricsPicture, options: PictureOptions): string {
  const shown = picture.series.filter(({ points }) => points.some(({ value }) => value !== null));
  const missing = picture.series.filter((series) => !shown.includes(series));
  const asked = drawingHeight(options);
  const each = asked === undefined ? usualHeight : Math.max(lowest, asked / Math.max(1, shown.length));
  const right = drawingWidth(options) - 10;
  return timePicture(
    {
      name: 'metrics',
      title: metricsTitle(picture),
      summary: metricsSummary(picture),
      hidesSummary: hasValues(picture),
      legend: [],
      notes: [
        shown.length === 0 ? '' : 'A point is a week; a gap is a week without enough data.',
        ...missing.map((series) => `${seriesText(series)}.`),
      ],
      drawing: {
        height: shown.length * each,
        markup: shown.flatMap((series, index) => {
          const area = { top: index * each + titleHeight, bottom: (index + 1) * each - axisHeight, right };
          return chart(series, picture.frame, area, index);
        }),
      },
    },
    options,
  );
}

function chart(series: MetricSeries, frame: TimeFrame, area: Area, index: number): string[] {
  const { top, bottom, right } = area;
  const axis = valueAxis(
    series.points.flatMap(({ value }) => value ?? []),
    series.unit,
    3,
  );
  const y = (value: number) => bottom - ((bottom - top) * value) / axis.max;
  return [
    textElement(
      'text',
      { x: 0, y: top - 16, 'font-size': titleSize, 'font-weight': 600, class: 'fill-ink' },
      fitText(seriesText(series), right, titleSize),
    ),
    ...timeGrid(frame, left, right, top, bottom),
    ...axis.ticks.flatMap((tick) => [
      element('line', { x1: left, x2: right, y1: y(tick), y2: y(tick), class: 'stroke-rule' }),
      textElement(
        'text',
        { x: left - 8, y: y(tick) + 4, 'text-anchor': 'end', 'font-size': 11, class: 'fill-muted' },
        valueText(tick, series.unit),
      ),
    ]),
    ...lineMarkup(series, frame, right, y, `series${(index % 8) + 1}`),
  ];
}

function lineMarkup(
  series: MetricSeries,
  frame: TimeFrame,
  right: number,
  y: (value: number) => number,
  colour: string,
): string[] {
  const x = timeScale(frame, left, right);
  return runsOf(series.points).flatMap((run) => [
    element('polyline', {
      points: run.map(({ fromMs, value }) => `${x(fromMs).toFixed(1)},${y(value).toFixed(1)}`).join(' '),
      fill: 'none',
      'stroke-width': 2,
      class: `stroke-${colour}`,
    }),
    ...run.map(({ fromMs, value }) =>
      described(
        `Week from ${momentText(fromMs, frame).slice(0, 10)}: ${valueText(value, series.unit)}`,
        element('circle', { cx: x(fromMs), cy: y(value), r: 3, class: `fill-${colour}` }),
      ),
    ),
  ]);
}
