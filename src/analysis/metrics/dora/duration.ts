import { describeSpans } from '../describe-spans.ts';
import { countIn, type Frame, gather, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';

/** How long a deployment takes from start to finish, over those whose start is known. */
export function duration(frame: Frame): MetricColumn {
  const { durationMs } = frame.columns;
  const isTimed = (place: number) => (durationMs[place] ?? Number.NaN) >= 0;
  const spans = gather(frame, (place, push) => {
    if (isTimed(place)) push(durationMs[place] ?? 0);
  });
  const unknown = countIn(frame, (place) => Number.isNaN(durationMs[place]));
  const contrary = countIn(frame, (place) => (durationMs[place] ?? 0) < 0);
  return {
    of(group) {
      const { count, median, p90, mean } = describeSpans(spans.of(group));
      return {
        value: median,
        unit: 's',
        ...(count === 0 ? { reason: 'no deployment of the window has both a start and a finish' } : {}),
        formula: 'median of finish − start',
        p90,
        mean,
        count,
        excluded: { 'start-unknown': unknown[group] ?? 0, 'start-after-finish': contrary[group] ?? 0 },
      };
    },
    sides(group) {
      const indexes = indexesOf(frame, placesIn(frame, group, isTimed));
      return { numerator: indexes, denominator: indexes };
    },
  };
}
