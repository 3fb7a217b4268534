import type { IncidentView } from '../../../app/views.ts';
import type { Column } from '../../../renderers/column.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';
import { showsAges, type TimeStyle, timeCell } from './time-cell.ts';
import { toneOf } from './tones.ts';

/** What a list of incidents shows, most important first. */
export function incidentColumns(style: TimeStyle): readonly Column<IncidentView>[] {
  const forPeople = style.format === 'table' || style.format === 'wide';
  const lasted = ({ durationMs }: IncidentView) => (durationMs === null ? 'open' : formatDuration(durationMs / 1000));
  return [
    { name: 'id', value: ({ id }) => id },
    { name: 'service', value: ({ service }) => service },
    { name: 'environment', value: ({ environment }) => environment },
    { name: 'severity', value: ({ severity }) => severity, style: toneOf },
    { name: showsAges(style) ? 'age' : 'openedAt', value: ({ openedAt }) => timeCell(openedAt, style) },
    forPeople
      ? { name: 'lasted', value: lasted, style: toneOf }
      : { name: 'durationMs', value: ({ durationMs }) => durationMs, align: 'right' },
    { name: 'title', value: ({ title }) => title },
    ...(forPeople ? cause : causes),
    { name: 'resolvedAt', value: ({ resolvedAt }) => timeCell(resolvedAt, style), wide: true },
    { name: 'recordedAt', value: ({ recordedAt }) => timeCell(recordedAt, style), wide: true },
    { name: 'index', value: ({ index }) => index, align: 'right', wide: true },
  ];
}

const confidence: Column<IncidentView> = { name: 'confidence', value: ({ attribution }) => attribution.confidence };
/** For people the decided and the derived are told apart by their confidence. */
const cause: readonly Column<IncidentView>[] = [
  { name: 'causedBy', value: ({ attribution }) => attribution.deployment },
  confidence,
];
const causes: readonly Column<IncidentView>[] = [
  { name: 'causedBy', value: ({ causedBy }) => causedBy },
  { name: 'attributedTo', value: ({ attribution }) => attribution.deployment },
  confidence,
];
