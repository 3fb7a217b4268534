import type { RollbackView } from '../../../app/views.ts';
import type { Column } from '../../../renderers/column.ts';
import { showsAges, type TimeStyle, timeCell } from './time-cell.ts';

/** What a list of rollbacks shows, most important first. */
export function rollbackColumns(style: TimeStyle): readonly Column<RollbackView>[] {
  return [
    { name: 'id', value: ({ id }) => id },
    { name: 'service', value: ({ service }) => service },
    { name: 'environment', value: ({ environment }) => environment },
    { name: 'fromVersion', value: ({ fromVersion }) => fromVersion },
    { name: 'toVersion', value: ({ toVersion }) => toVersion },
    { name: showsAges(style) ? 'age' : 'at', value: ({ at }) => timeCell(at, style) },
    { name: 'reason', value: ({ reason }) => reason },
    { name: 'trigger', value: ({ trigger }) => trigger },
    { name: 'reasonCode', value: ({ reasonCode }) => reasonCode, wide: true },
    { name: 'region', value: ({ region }) => region, wide: true },
    { name: 'initiator', value: ({ initiator }) => initiator, wide: true },
    { name: 'impact', value: ({ impact }) => impact.join(',') || null, wide: true },
    { name: 'deployment', value: ({ deployment }) => deployment, wide: true },
    { name: 'recordedAt', value: ({ recordedAt }) => timeCell(recordedAt, style), wide: true },
    { name: 'index', value: ({ index }) => index, align: 'right', wide: true },
  ];
}
