import type { Status } from '../../../domain/vocabulary.ts';
import { compareCodePoints } from '../../code-point-order.ts';
import { groupByKey } from '../../group-by-key.ts';
import { lanesOf } from './lanes.ts';
import { columnAt, type TimeFrame } from './time-frame.ts';

export interface GanttDeployment {
  readonly id: string;
  readonly service: string;
  readonly environment: string;
  readonly version: string;
  readonly status: Status;
  /** When it started, as far as that is known, and may be before the frame. */
  readonly fromMs: number;
  /** When it ended, or the end of the frame while it has not; equal to `fromMs` when its start is not known. */
  readonly toMs: number;
}

/** What was deployed from start to finish. */
export interface Gantt {
  readonly type: 'gantt';
  readonly frame: TimeFrame;
  /** In any order; those that ended in the frame, or started in it and have not ended. */
  readonly deployments: readonly GanttDeployment[];
}

/** What a bar says about its deployments, from the least to the most worth noticing. */
export const outcomes = ['succeeded', 'ended', 'running', 'partial', 'rolled-back', 'failed'] as const;
export type Outcome = (typeof outcomes)[number];

/** One deployment, or several that no column lies between. */
export interface GanttBar {
  readonly fromMs: number;
  readonly toMs: number;
  /** One or more, by start. */
  readonly deployments: readonly GanttDeployment[];
  /** The one most worth noticing. */
  readonly outcome: Outcome;
}

export interface GanttRow {
  /** Null of the row that holds all other services. */
  readonly service: string | null;
  readonly services: number;
  /** Of a row that is there for one deployment only. */
  readonly deployment: GanttDeployment | null;
  readonly bars: readonly GanttBar[];
}

/**
 * Lays deployments out in at most `mostRows` rows (1 or more), each in one bar: a row for each where they fit, by service and start;
 * else a row for each service, with those in one bar that would touch on a scale of the given columns.
 */
export function ganttRows({ deployments }: Gantt, mostRows: number, columnStarts: readonly number[]): GanttRow[] {
  if (deployments.length <= mostRows) return [...deployments].sort(byServiceAndStart).map(rowOfOne);
  return lanesOf(deployments, mostRows).map(({ service, services, items }) => ({
    service,
    services,
    deployment: null,
    bars: joinTouching(items, columnStarts),
  }));
}

export function outcomeOf(status: Status): Outcome {
  switch (status) {
    case 'success':
      return 'succeeded';
    case 'failure':
      return 'failed';
    case 'cancelled':
    case 'abandoned':
      return 'ended';
    case 'pending':
    case 'in-progress':
      return 'running';
    case 'partial':
    case 'rolled-back':
      return status;
  }
}

/** How many of each outcome; those that there are none of are absent. */
export function countOutcomes(deployments: readonly GanttDeployment[]): Map<Outcome, number> {
  const byOutcome = groupByKey(deployments, ({ status }) => outcomeOf(status));
  return new Map(
    outcomes.flatMap((outcome) => {
      const count = byOutcome.get(outcome)?.length ?? 0;
      return count === 0 ? [] : [[outcome, count]];
    }),
  );
}

function rowOfOne(deployment: GanttDeployment): GanttRow {
  return { service: deployment.service, services: 1, deployment, bars: [barOf([deployment])] };
}

function joinTouching(deployments: readonly GanttDeployment[], columnStarts: readonly number[]): GanttBar[] {
  const bars: GanttDeployment[][] = [];
  let lastColumn = -1;
  for (const deployment of [...deployments].sort((a, b) => a.fromMs - b.fromMs)) {
    const bar = bars.at(-1);
    if (bar !== undefined && columnAt(columnStarts, deployment.fromMs) <= lastColumn) bar.push(deployment);
    else bars.push([deployment]);
    lastColumn = Math.max(lastColumn, columnAt(columnStarts, deployment.toMs));
  }
  return bars.map(barOf);
}

function barOf(deployments: readonly GanttDeployment[]): GanttBar {
  const fromMs = deployments.reduce((first, bar) => Math.min(first, bar.fromMs), Number.POSITIVE_INFINITY);
  const toMs = deployments.reduce((last, bar) => Math.max(last, bar.toMs), Number.NEGATIVE_INFINITY);
  const outcome = [...countOutcomes(deployments).keys()].at(-1) ?? 'ended';
  return { fromMs, toMs, deployments, outcome };
}

function byServiceAndStart(a: GanttDeployment, b: GanttDeployment): number {
  return compareCodePoints(a.service, b.service) || a.fromMs - b.fromMs || compareCodePoints(a.id, b.id);
}
