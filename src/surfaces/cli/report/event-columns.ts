import type { PostMortemEvent } from '../../../app/reports/post-mortem/post-mortem-view.ts';
import { instantMs } from '../../../domain/instant.ts';
import type { Column } from '../../../renderers/column.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';

/** What a timeline shows of each event. */
export const eventColumns: readonly Column<PostMortemEvent>[] = [
  { name: 'at', value: ({ at }) => at },
  { name: 'what', value: ({ what }) => what },
  { name: 'who', value: ({ who }) => who },
  { name: 'learnt', value: learnt },
  { name: 'source', value: ({ source }) => source },
  { name: 'fact', value: ({ index }) => index, align: 'right' },
];

function learnt({ at, recordedAt }: PostMortemEvent): string {
  const seconds = (instantMs(recordedAt) - instantMs(at)) / 1000;
  if (Math.abs(seconds) < 1) return 'at once';
  return seconds > 0 ? `${formatDuration(seconds)} later` : `${formatDuration(-seconds)} before`;
}
