import {
  cellsOfWeekday,
  type Heatmap,
  type HeatmapCell,
  sumCells,
  weekdayNames,
} from '../../../analysis/pictures/time/heatmap.ts';
import { grouped } from '../../counted.ts';
import { paint } from '../../terminal/tone.ts';
import type { PictureOptions } from '../picture-options.ts';
import { heatRanges, heatStep, rangeText } from './heat-steps.ts';
import { heatmapSummary, heatmapTitle } from './heatmap-words.ts';
import { columnBlock } from './terminal/blocks.ts';
import { paragraphs } from './terminal/paragraphs.ts';
import { wrapText } from './terminal/wrap-text.ts';

const shades = ['·', '░', '▒', '▓', '█'] as const;
const steps = shades.length - 1;
const dayWidth = 4;
const sumsWidth = 15;

interface Look {
  /** Columns of a cell. */
  readonly cell: number;
  /** Whether a cell has room for its shade and its number. */
  readonly hasNumbers: boolean;
  readonly largest: number;
  readonly color: boolean;
}

/** Weekdays by hours in shades, with the numbers in them where the width allows, and the sums at the edges. */
export function heatmapAscii(heatmap: Heatmap, { width = 80, color }: PictureOptions): string {
  const head = paragraphs([heatmapTitle(heatmap), heatmapSummary(heatmap)], width);
  const total = sumCells(heatmap.cells);
  if (total.deployments === 0) return head;
  const look = lookOf(heatmap, width, color);
  const days = weekdayNames.map((name, index) => {
    const cells = cellsOfWeekday(heatmap, index + 1);
    return `${name.slice(0, 3)} ${cells.map((cell) => shade(cell, look)).join('')}${sums(cells)}`;
  });
  return `${[
    head,
    hourLine(look, total.failed > 0),
    ...days,
    ...(total.failed === 0 ? [] : [failedLine(heatmap, look)]),
    '',
    ...legend(look, total.failed > 0).flatMap((text) => wrapText(text, width)),
  ].join('\n')}\n`;
}

function lookOf({ cells }: Heatmap, width: number, color: boolean): Look {
  const largest = cells.reduce((most, { deployments }) => Math.max(most, deployments), 1);
  const room = Math.floor((width - dayWidth - sumsWidth) / 24);
  const wanted = String(largest).length + 1;
  const hasNumbers = wanted <= room;
  return { cell: hasNumbers ? wanted : Math.min(2, Math.max(1, room)), hasNumbers, largest, color };
}

function shade({ deployments }: HeatmapCell, { cell, hasNumbers, largest, color }: Look): string {
  const step = heatStep(deployments, largest, steps);
  const mark = shades[step] ?? '█';
  const text = hasNumbers && deployments > 0 ? mark + String(deployments).padEnd(cell - 1) : mark.padEnd(cell, mark);
  return paint(text, step === 0 ? 'dim' : step === steps ? 'strong' : undefined, color);
}

function sums(cells: readonly HeatmapCell[]): string {
  const { deployments, failed } = sumCells(cells);
  return `${grouped(deployments).padStart(8)}${failed === 0 ? '' : grouped(failed).padStart(7)}`;
}

/** Names as many hours as there is room for. */
function hourLine({ cell }: Look, hasFailed: boolean): string {
  const every = Math.ceil(3 / cell);
  const hours = Array.from({ length: 24 / every }, (_, index) =>
    String(index * every)
      .padStart(2, '0')
      .padEnd(cell * every),
  );
  return `${' '.repeat(dayWidth)}${hours.join('')}${'all'.padStart(8)}${hasFailed ? 'failed'.padStart(7) : ''}`;
}

function failedLine({ cells }: Heatmap, { cell, color }: Look): string {
  const failed = Array.from({ length: 24 }, (_, hour) => sumCells(cells.filter((one) => one.hour === hour)).failed);
  const largest = Math.max(...failed);
  const columns = failed
    .map((count) =>
      columnBlock(count / largest)
        .repeat(Math.min(2, cell))
        .padEnd(cell),
    )
    .join('');
  return `${'×'.padEnd(dayWidth)}${paint(columns, 'bad', color)}${'█'.padStart(8)}${` ${largest}`.padStart(7)}`;
}

function legend({ largest, hasNumbers }: Look, hasFailed: boolean): string[] {
  const ranges = heatRanges(largest, steps).map((range) => `${shades[range.step] ?? ''} ${rangeText(range)}`);
  return [
    `${[`${shades[0]} none`, ...ranges].join('  ')} ${hasNumbers ? 'deployments, their number beside it' : 'deployments in that hour of the week'}`,
    ...(hasFailed ? ['× failed changes by hour of the day, whatever the weekday'] : []),
  ];
}
