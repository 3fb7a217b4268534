import { type Heatmap, type HeatmapCell, sumCells, weekdayNames } from '../../../analysis/pictures/time/heatmap.ts';
import { counted, grouped } from '../../counted.ts';
import { frameText } from './frame-text.ts';

export function heatmapTitle({ frame }: Heatmap): string {
  return `Deployments by hour and weekday, ${frameText(frame)}`;
}

/** `Tuesday 14:00 – 15:00`. */
export function cellName({ weekday, hour }: HeatmapCell): string {
  return `${weekdayNames[weekday - 1]} ${clock(hour)} – ${clock(hour + 1)}`;
}

/** `12 deployments, 3 failed`. */
export function cellText({ deployments, failed }: Pick<HeatmapCell, 'deployments' | 'failed'>): string {
  return `${counted(deployments, 'deployment')}${failed === 0 ? '' : `, ${grouped(failed)} failed`}`;
}

/** What the whole says in sentences: how many, when most, when most failed. */
export function heatmapSummary({ cells, services }: Heatmap): string {
  const total = sumCells(cells);
  if (total.deployments === 0) return 'Nothing was deployed in this time.';
  const busiest = most(cells, 'deployments');
  const worst = most(cells, 'failed');
  return [
    `${cellText(total)}, of ${counted(services, 'service')}.`,
    `Most were on ${cellName(busiest)} (${grouped(busiest.deployments)}).`,
    ...(worst.failed === 0 ? [] : [`Most failed on ${cellName(worst)} (${grouped(worst.failed)}).`]),
  ].join(' ');
}

/** The first of those with the most. */
function most(cells: readonly HeatmapCell[], field: 'deployments' | 'failed'): HeatmapCell {
  return cells.reduce((best, cell) => (cell[field] > best[field] ? cell : best));
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
