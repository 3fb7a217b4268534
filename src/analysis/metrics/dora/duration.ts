import { describeSpans } from '../describe-spans.ts';
import { type Frame, gather, placesIn } from '../frame.ts';
import type { MetricColumn } from '../metric.ts';
import { indexesOf } from '../ratio.ts';

/** How long a deployment takes from start to finish, over those whose start is known. */
export function duration(frame: Frame): MetricColumn {
  const { counting, columns } = frame;
  const msOf = (place: number) => columns.durationMs[place] ?? Number.NaN;
  return {
    of(group) {
      let [unknown, contrary] = [0, 0];
      const spans = gather(frame, group, counting, (place, push) => {
        const ms = msOf(place);
        if (ms >= 0) push(ms);
        else if (ms < 0) contrary++;
        else unknown++;
      });
      const { count, median, p90, mean } = describeSpans(spans);
      return {
        value: median,
        unit: 's',
        ...(count === 0 ? { reason: 'no deployment of the window has both a start and a finish' } : {}),
        formula: 'median of finish − start',
        p90,
        mean,
        count,
        excluded: { 'start-unknown': unknown, 'start-after-finish': contrary },
      };
    },
    sides(group) {
      const indexes = indexesOf(
        frame,
        placesIn(frame, group, counting, (place) => msOf(place) >= 0),
      );
      return { numerator: indexes, denominator: indexes };
    },
  };
}
