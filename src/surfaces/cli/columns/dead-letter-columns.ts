import type { DeadLetterView } from '../../../app/notify/outbox.ts';
import type { Column } from '../../../renderers/column.ts';
import { showsAges, type TimeStyle, timeCell } from './time-cell.ts';

/** What a list of dead letters shows, most important first. */
export function deadLetterColumns(style: TimeStyle): readonly Column<DeadLetterView>[] {
  return [
    { name: 'id', value: ({ id }) => id },
    { name: 'receiver', value: ({ receiver }) => receiver },
    { name: 'index', value: ({ index }) => index, align: 'right' },
    { name: showsAges(style) ? 'age' : 'failedAt', value: ({ failedAt }) => timeCell(failedAt, style) },
    { name: 'error', value: ({ error }) => error },
    { name: 'attempts', value: ({ attempts }) => attempts, align: 'right' },
    { name: 'due', value: ({ due }) => due },
  ];
}
