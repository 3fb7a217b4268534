import type { DeploymentView } from '../../../app/views.ts';
import type { Column } from '../../../renderers/column.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';
import { showsAges, type TimeStyle, timeCell } from './time-cell.ts';
import { toneOf } from './tones.ts';

type Columns = readonly Column<DeploymentView>[];

/** What a list of deployments shows, most important first. */
export function deploymentColumns(style: TimeStyle): Columns {
  return [...identity, ...(showsAges(style) ? ages(style) : times(style)), ...details(style)];
}

const identity: Columns = [
  { name: 'id', value: ({ id }) => id },
  { name: 'service', value: ({ service }) => service },
  { name: 'version', value: ({ version }) => version },
  { name: 'environment', value: ({ environment }) => environment },
  { name: 'status', value: ({ status }) => status, style: toneOf },
];

function ages(style: TimeStyle): Columns {
  return [
    { name: 'age', value: (row) => timeCell(row.finishedAt ?? row.startedAt ?? row.recordedAt, style) },
    { name: 'strategy', value: ({ strategy }) => strategy },
    { name: 'duration', value: ({ durationMs }) => (durationMs === null ? null : formatDuration(durationMs / 1000)) },
    { name: 'region', value: ({ region }) => region },
  ];
}

function times(style: TimeStyle): Columns {
  return [
    { name: 'finishedAt', value: ({ finishedAt }) => timeCell(finishedAt, style) },
    { name: 'strategy', value: ({ strategy }) => strategy },
    { name: 'startedAt', value: ({ startedAt }) => timeCell(startedAt, style), wide: true },
    { name: 'durationMs', value: ({ durationMs }) => durationMs, align: 'right', wide: true },
    { name: 'region', value: ({ region }) => region },
  ];
}

function details(style: TimeStyle): Columns {
  return [
    { name: 'initiator', value: ({ initiator }) => initiator },
    { name: 'previousVersion', value: ({ previousVersion }) => previousVersion, wide: true },
    { name: 'kind', value: ({ kind }) => kind, wide: true },
    { name: 'changeId', value: ({ changeId }) => changeId, wide: true },
    { name: 'approvedBy', value: ({ approvedBy }) => approvedBy.join(',') || null, wide: true },
    { name: 'message', value: ({ message }) => message, wide: true },
    { name: 'recordedAt', value: ({ recordedAt }) => timeCell(recordedAt, style), wide: true },
    { name: 'index', value: ({ index }) => index, align: 'right', wide: true },
  ];
}
