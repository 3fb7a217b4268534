import type { TokenView } from '../../../app/door/token-view.ts';
import type { Column } from '../../../renderers/column.ts';
import { showsAges, type TimeStyle, timeCell } from './time-cell.ts';
import { toneOf } from './tones.ts';

/** What a list of tokens shows, most important first. */
export function tokenColumns(style: TimeStyle): readonly Column<TokenView>[] {
  // An age says nothing of what is to come.
  const asDates: TimeStyle = style.format === 'table' ? { ...style, format: 'wide' } : style;
  return [
    { name: 'id', value: ({ id }) => id },
    { name: 'name', value: ({ name }) => name },
    { name: 'role', value: ({ role }) => role },
    { name: 'state', value: ({ state }) => state, style: toneOf },
    { name: 'environments', value: ({ environments }) => environments?.join(',') ?? null },
    { name: 'services', value: ({ services }) => services?.join(',') ?? null },
    { name: showsAges(style) ? 'used' : 'lastUsedAt', value: ({ lastUsedAt }) => timeCell(lastUsedAt, style) },
    { name: 'expiresAt', value: ({ expiresAt }) => timeCell(expiresAt, asDates) },
    { name: 'createdAt', value: ({ createdAt }) => timeCell(createdAt, style), wide: true },
    { name: 'initiator', value: ({ initiator }) => initiator, wide: true },
    { name: 'createdBy', value: ({ createdBy }) => createdBy, wide: true },
    { name: 'revokedAt', value: ({ revokedAt }) => timeCell(revokedAt, style), wide: true },
    { name: 'repository', value: ({ evidence }) => evidence?.repository ?? null, wide: true },
    { name: 'run', value: ({ evidence }) => evidence?.runId ?? null, wide: true },
  ];
}
