import {
  cellsOfWeekday,
  type Heatmap,
  type HeatmapCell,
  sumCells,
  weekdayNames,
} from '../../../analysis/pictures/time/heatmap.ts';
import { grouped } from '../../counted.ts';
import type { PictureOptions } from '../picture-options.ts';
import { described, element, textElement } from '../svg/element.ts';
import type { LegendItem } from '../svg/legend-row.ts';
import { heatRanges, heatStep, rangeText } from './heat-steps.ts';
import { cellName, cellText, heatmapSummary, heatmapTitle } from './heatmap-words.ts';
import { drawingHeight, drawingWidth, timePicture } from './svg/time-picture.ts';

/** The fill of each shade, and the ink that is readable on it on both papers. */
const shades = [
  ['fill-heat0', 'fill-muted'],
  ['fill-heat1', 'fill-ink'],
  ['fill-heat2', 'fill-ink'],
  ['fill-heat4', 'fill-paper'],
  ['fill-heat5', 'fill-paper'],
] as const;
const steps = shades.length - 1;

const dayWidth = 40;
const sumWidth = 56;
const hourHeight = 20;

/** Weekdays by hours as squares with their numbers, and the sums of each weekday and hour. */
export function heatmapSvg(heatmap: Heatmap, options: PictureOptions): string {
  const total = sumCells(heatmap.cells);
  const isEmpty = total.deployments === 0;
  const cellWidth = (drawingWidth(options) - dayWidth - 2 * sumWidth) / 24;
  const asked = drawingHeight(options);
  const cellHeight = asked === undefined ? 34 : Math.max(22, (asked - 2 * hourHeight) / 8);
  const largest = heatmap.cells.reduce((most, { deployments }) => Math.max(most, deployments), 1);
  const place = { cellWidth, cellHeight, largest };
  return timePicture(
    {
      name: 'heatmap',
      title: heatmapTitle(heatmap),
      summary: heatmapSummary(heatmap),
      legend: isEmpty ? [] : legend(largest, total.failed > 0),
      notes: [],
      drawing: {
        height: hourHeight + 7 * cellHeight + hourHeight,
        markup: [
          ...hourNames(place),
          ...weekdayNames.flatMap((name, index) => weekdayRow(heatmap, name, index, place)),
          ...hourSums(heatmap, place),
        ],
      },
    },
    options,
  );
}

interface Place {
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly largest: number;
}

function hourNames({ cellWidth }: Place): string[] {
  const heads = ['all', 'failed'].map((head, index) =>
    small(head, dayWidth + 24 * cellWidth + (index + 1) * sumWidth, 13, 'end'),
  );
  return [
    ...Array.from({ length: 24 }, (_, hour) =>
      small(String(hour).padStart(2, '0'), dayWidth + (hour + 0.5) * cellWidth, 13, 'middle'),
    ),
    ...heads,
  ];
}

function weekdayRow(heatmap: Heatmap, name: string, index: number, place: Place): string[] {
  const { cellWidth, cellHeight, largest } = place;
  const y = hourHeight + index * cellHeight;
  const cells = cellsOfWeekday(heatmap, index + 1);
  const { deployments, failed } = sumCells(cells);
  const right = dayWidth + 24 * cellWidth;
  return [
    textElement('text', { x: 0, y: y + cellHeight / 2 + 4, 'font-size': 12, class: 'fill-ink' }, name.slice(0, 3)),
    ...cells.map((cell) =>
      described(
        `${cellName(cell)}: ${cellText(cell)}`,
        square(cell, dayWidth + cell.hour * cellWidth, y, cellWidth - 2, cellHeight - 2, largest),
      ),
    ),
    small(grouped(deployments), right + sumWidth, y + cellHeight / 2 + 4, 'end'),
    ...(failed > 0 ? [small(`×${grouped(failed)}`, right + 2 * sumWidth, y + cellHeight / 2 + 4, 'end')] : []),
  ];
}

function square(cell: HeatmapCell, x: number, y: number, width: number, height: number, largest: number): string {
  const [fill, ink] = shades[heatStep(cell.deployments, largest, steps)] ?? shades[0];
  const box = element('rect', { x, y, width, height, rx: 3, class: fill });
  if (cell.deployments === 0) return box;
  const hasFailed = cell.failed > 0 && height >= 28;
  const place = { x: x + width / 2, 'text-anchor': 'middle', class: ink };
  const number = textElement(
    'text',
    { ...place, y: y + height / 2 + (hasFailed ? 0 : 4), 'font-size': 11 },
    `${cell.deployments}`,
  );
  const failed = hasFailed
    ? textElement('text', { ...place, y: y + height - 5, 'font-size': 9 }, `×${cell.failed}`)
    : '';
  return box + number + failed;
}

function hourSums({ cells }: Heatmap, { cellWidth, cellHeight }: Place): string[] {
  const y = hourHeight + 7 * cellHeight + 12;
  return Array.from({ length: 24 }, (_, hour) => {
    const { deployments } = sumCells(cells.filter((cell) => cell.hour === hour));
    return deployments === 0 ? '' : small(String(deployments), dayWidth + (hour + 0.5) * cellWidth - 1, y, 'middle');
  });
}

function small(text: string, x: number, y: number, anchor: 'middle' | 'end'): string {
  return textElement('text', { x, y, 'text-anchor': anchor, 'font-size': 11, class: 'fill-muted' }, text);
}

function legend(largest: number, hasFailed: boolean): LegendItem[] {
  const sample = (step: number) =>
    element('rect', { width: 16, height: 14, rx: 3, class: (shades[step] ?? shades[0])[0] });
  const ranges = heatRanges(largest, steps).map((range) => ({ sample: sample(range.step), text: rangeText(range) }));
  const last = ranges.length - 1;
  return [
    { sample: sample(0), text: 'none' },
    ...ranges.map((item, index) => (index === last ? { ...item, text: `${item.text} deployments` } : item)),
    ...(hasFailed
      ? [
          {
            sample: textElement('text', { x: 2, y: 11, 'font-size': 11, class: 'fill-ink' }, '×1'),
            text: 'of these, failed changes',
          },
        ]
      : []),
  ];
}
