import { describeSpans } from '../describe-spans.ts';
import type { FrameIncident } from '../frame.ts';
import type { Metric, MetricColumn } from '../metric.ts';
import { lowerMedian } from './lower-median.ts';

/** How a profile makes one number of many: the usual median, the lower one of two in the middle, or the mean. */
export type Summary = 'median' | 'lower median' | 'mean';

/** Of spans in milliseconds, in seconds. */
export function summarize(spansMs: Float64Array, summary: Summary): number | null {
  if (summary === 'lower median') {
    const ms = lowerMedian(spansMs);
    return ms === null ? null : ms / 1000;
  }
  const { median, mean } = describeSpans(spansMs);
  return summary === 'median' ? median : mean;
}

export interface IncidentSpan {
  readonly summary: Summary;
  readonly formula: string;
  /** Milliseconds; undefined for an incident that does not count. */
  spanMs(incident: FrameIncident): number | undefined;
}

/** A time that incidents took, over the incidents of each group. */
export function incidentTimes(
  byGroup: readonly (readonly FrameIncident[])[],
  { summary, formula, spanMs }: IncidentSpan,
): MetricColumn {
  const timed = byGroup.map((incidents) => incidents.filter((incident) => spanMs(incident) !== undefined));
  return {
    of(group): Metric {
      const values = Float64Array.from(timed[group] ?? [], (incident) => spanMs(incident) ?? 0);
      const all = byGroup[group]?.length ?? 0;
      return {
        value: summarize(values, summary),
        unit: 's',
        ...(values.length === 0 ? { reason: all === 0 ? 'no incident' : 'no incident is resolved' } : {}),
        formula,
        count: values.length,
        open: all - values.length,
      };
    },
    sides(group) {
      const ids = (timed[group] ?? []).map(({ id }) => id);
      return { numerator: ids, denominator: ids };
    },
  };
}
