import type { Gantt, GanttDeployment } from '../../analysis/pictures/time/gantt.ts';
import type { TimeFrame } from '../../analysis/pictures/time/time-frame.ts';
import type { ReadStore } from '../../projections/read-store.ts';
import type { DeploymentRow } from '../../projections/rows.ts';
import type { TimeScope } from './time-scope.ts';

/**
 * Gathers the deployments of a frame, from start to finish, whatever became of them. A target of another deployment of its service
 * is part of that one's bar. What has not ended is drawn up to the end of the frame.
 */
export async function ganttPicture(
  store: ReadStore,
  { service, environments, knownAt }: TimeScope,
  frame: TimeFrame,
): Promise<Gantt> {
  const rows = await store.deployments({ service, environments, knownAt, fromMs: frame.fromMs, toMs: frame.toMs });
  const parentIds = new Set(rows.flatMap(({ parentId }) => parentId ?? []));
  const parents = parentIds.size === 0 ? [] : await store.deployments({ ids: [...parentIds], knownAt });
  const serviceOf = new Map(parents.map((parent) => [parent.id, parent.service]));
  const own = rows.filter((row) => row.parentId === null || serviceOf.get(row.parentId) !== row.service);
  return { type: 'gantt', frame, deployments: own.map((row) => barOf(row, frame.toMs)) };
}

function barOf(row: DeploymentRow, frameEndMs: number): GanttDeployment {
  const { id, service, environment, version, status, startedMs, finishedMs, atMs } = row;
  const isRunning = status === 'pending' || status === 'in-progress';
  const toMs = finishedMs ?? (isRunning ? frameEndMs : atMs);
  const fromMs = Math.min(startedMs ?? (isRunning ? atMs : toMs), toMs);
  return { id, service, environment, version, status, fromMs, toMs };
}
