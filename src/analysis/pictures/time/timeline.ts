import type { Severity } from '../../../domain/vocabulary.ts';
import type { Change } from '../../change.ts';
import { lanesOf } from './lanes.ts';
import { columnAt, type TimeFrame } from './time-frame.ts';

export interface TimelineDeployment extends Pick<Change, 'id' | 'service' | 'environment' | 'version' | 'failed'> {
  readonly what: 'deployment';
  readonly atMs: number;
}

export interface TimelineRollback {
  readonly what: 'rollback';
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly fromVersion: string;
  readonly toVersion: string;
  readonly atMs: number;
}

export interface TimelineIncident {
  readonly what: 'incident';
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly severity: Severity;
  /** When it opened, which may be before the frame. */
  readonly atMs: number;
  /** Null while it is open. */
  readonly resolvedMs: number | null;
}

export type TimelineEvent = TimelineDeployment | TimelineRollback | TimelineIncident;

/** Deployments, rollbacks and incidents over time. */
export interface Timeline {
  readonly type: 'timeline';
  readonly frame: TimeFrame;
  /** In any order; those of the frame, and the incidents that were open during it. */
  readonly events: readonly TimelineEvent[];
}

/** How many of each. Failed ones are deployments, too. */
export interface EventCounts {
  readonly deployments: number;
  readonly failed: number;
  readonly rollbacks: number;
  readonly incidents: number;
}

export interface TimelineCell extends EventCounts {
  /** How many incidents were open at some moment of it; `incidents` counts those that opened, or for the first cell were open. */
  readonly open: number;
}

/** What happened to a service, column by column. */
export interface TimelineLane {
  /** Null of the lane that holds all others. */
  readonly service: string | null;
  readonly services: number;
  readonly cells: readonly TimelineCell[];
  readonly counts: EventCounts;
}

/** Puts each event into one cell: of its service's lane, of which there are at most `mostLanes`, and of the column of its time. */
export function timelineLanes(
  { events }: Timeline,
  mostLanes: number,
  columnStarts: readonly number[],
): TimelineLane[] {
  return lanesOf(events, mostLanes).map(({ service, services, items }) => ({
    service,
    services,
    cells: cellsOf(items, columnStarts),
    counts: countEvents(items),
  }));
}

/** The deployments of the fullest cell, at least 1: what heights are measured against. */
export function largestCell(lanes: readonly TimelineLane[]): number {
  return lanes.reduce((most, { cells }) => cells.reduce((max, cell) => Math.max(max, cell.deployments), most), 1);
}

export function countEvents(events: readonly TimelineEvent[]): EventCounts {
  const counts = emptyCell();
  for (const event of events) count(event, counts);
  const { open: _, ...rest } = counts;
  return rest;
}

type Counting = { -readonly [Name in keyof TimelineCell]: number };

function emptyCell(): Counting {
  return { deployments: 0, failed: 0, rollbacks: 0, incidents: 0, open: 0 };
}

function cellsOf(events: readonly TimelineEvent[], columnStarts: readonly number[]): TimelineCell[] {
  const cells = columnStarts.map(emptyCell);
  for (const event of events) {
    const column = columnAt(columnStarts, event.atMs);
    const cell = cells[column];
    if (cell !== undefined) count(event, cell);
    if (event.what !== 'incident') continue;
    const last = event.resolvedMs === null ? cells.length : columnAt(columnStarts, event.resolvedMs) + 1;
    for (const during of cells.slice(column, last)) during.open++;
  }
  return cells;
}

function count(event: TimelineEvent, cell: Counting): void {
  switch (event.what) {
    case 'deployment':
      cell.deployments++;
      if (event.failed) cell.failed++;
      return;
    case 'rollback':
      cell.rollbacks++;
      return;
    case 'incident':
      cell.incidents++;
  }
}
