import type { DeploymentView } from '../../../app/views.ts';
import type { Cell, Column } from '../../../renderers/column.ts';
import { jsonCell } from '../../../renderers/languages/json.ts';

/** The columns of a spreadsheet: what was claimed first, under the names that `import csv` understands, then what follows from it. */
const fields = [
  'id',
  'service',
  'version',
  'environment',
  'region',
  'strategy',
  'status',
  'startedAt',
  'finishedAt',
  'previousVersion',
  'kind',
  'initiator',
  'approvedBy',
  'changeId',
  'parentId',
  'planned',
  'remediates',
  'cluster',
  'replicas',
  'artifact',
  'commit',
  'window',
  'downtimeExpected',
  'message',
  'progress',
  'metadata',
  'durationMs',
  'commitCount',
  'rolledBackAt',
  'rolledBackBy',
  'undone',
  'disputed',
  'recordedAt',
  'index',
  'leafHash',
] as const satisfies readonly (keyof DeploymentView)[];

export const everyDeploymentColumn: readonly Column<DeploymentView>[] = fields.map((name) => ({
  name,
  value: (row) => cell(row[name]),
}));

function cell(value: DeploymentView[keyof DeploymentView]): Cell {
  if (Array.isArray(value)) return value.join(',') || null;
  if (typeof value === 'object' && value !== null && Object.keys(value).length === 0) return null;
  return jsonCell(value);
}
