import type { DeliveryView } from '../../../app/deliveries/webhooks.ts';
import type { Column } from '../../../renderers/column.ts';
import { showsAges, type TimeStyle, timeCell } from './time-cell.ts';
import { toneOf } from './tones.ts';

const tones: Readonly<Record<string, string>> = { recorded: 'success', failed: 'failure', ignored: 'cancelled' };

/** What a list of deliveries shows, most important first. */
export function deliveryColumns(style: TimeStyle): readonly Column<DeliveryView>[] {
  return [
    { name: 'id', value: ({ id }) => id },
    { name: 'source', value: ({ source }) => source },
    { name: 'state', value: ({ state }) => state, style: (state) => toneOf(tones[state] ?? '') },
    { name: showsAges(style) ? 'age' : 'receivedAt', value: ({ receivedAt }) => timeCell(receivedAt, style) },
    { name: 'events', value: ({ events }) => events.map(({ event }) => event).join(', ') || null },
    { name: 'outcome', value: outcomeOf },
    { name: 'bytes', value: ({ bytes }) => bytes, align: 'right', wide: true },
    { name: 'kept', value: ({ kept }) => kept, wide: true },
  ];
}

/** What became of a delivery, in one line: the ids that it led to, or why there are none. */
export function outcomeOf({ events }: DeliveryView): string | null {
  const said = events.flatMap(({ recorded, ignored, error }) => {
    if (error !== null) return [error];
    return recorded.length > 0 ? recorded.map(({ id }) => id) : (ignored ?? []);
  });
  return said.length === 0 ? null : [...new Set(said)].join('; ');
}
