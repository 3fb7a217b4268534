import type { Change } from '../../change.ts';
import { LocalCalendar } from '../../local-calendar.ts';
import type { TimeFrame } from './time-frame.ts';

export interface HeatmapCell {
  /** 1 is Monday, 7 is Sunday (ISO 8601). */
  readonly weekday: number;
  /** 0 to 23, on the clocks of the time zone. */
  readonly hour: number;
  readonly deployments: number;
  readonly failed: number;
}

/**
 * When in the week deployments end: one cell for each hour of each weekday, so that the picture stays the same size whatever the
 * number of services, deployments and days.
 */
export interface Heatmap {
  readonly type: 'heatmap';
  readonly frame: TimeFrame;
  readonly services: number;
  /** 168 of them, by weekday, then by hour. */
  readonly cells: readonly HeatmapCell[];
}

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Counts each deployment in the cell of the local hour at which it ended. */
export function heatmapOf(
  changes: readonly Pick<Change, 'service' | 'finishedMs' | 'failed'>[],
  frame: TimeFrame,
): Heatmap {
  const calendar = new LocalCalendar(frame.tz);
  const cells = Array.from({ length: 7 * 24 }, (_, place) => ({
    weekday: Math.floor(place / 24) + 1,
    hour: place % 24,
    deployments: 0,
    failed: 0,
  }));
  for (const { finishedMs, failed } of changes) {
    const cell = cells[weekdayOf(calendar.dayOf(finishedMs)) * 24 + Math.floor(calendar.minuteOf(finishedMs) / 60)];
    if (cell === undefined) continue;
    cell.deployments++;
    if (failed) cell.failed++;
  }
  return { type: 'heatmap', frame, services: new Set(changes.map(({ service }) => service)).size, cells };
}

/** The cells of one weekday, 1 to 7, by hour. */
export function cellsOfWeekday({ cells }: Heatmap, weekday: number): readonly HeatmapCell[] {
  return cells.slice((weekday - 1) * 24, weekday * 24);
}

/** What one deployment is added to when cells are put together. */
export function sumCells(cells: readonly HeatmapCell[]): Pick<HeatmapCell, 'deployments' | 'failed'> {
  const add = (field: 'deployments' | 'failed') => cells.reduce((total, cell) => total + cell[field], 0);
  return { deployments: add('deployments'), failed: add('failed') };
}

/** 0 is Monday; 1970-01-01, day 0, was a Thursday. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}
