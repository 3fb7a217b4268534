import type { TimeFrame } from './time-frame.ts';

export interface MetricPoint {
  readonly fromMs: number;
  /** Null where there is not enough data: no value at all, rather than 0 or 100 %. */
  readonly value: number | null;
}

/** One metric, period by period. */
export interface MetricSeries {
  readonly name: string;
  /** As metrics state it: `1/d`, `ratio`, `s`. */
  readonly unit: string;
  /** Oldest first, one for each period of the frame. */
  readonly points: readonly MetricPoint[];
}

/** How metrics went over the weeks of a frame. */
export interface MetricsPicture {
  readonly type: 'metrics';
  readonly frame: TimeFrame;
  readonly series: readonly MetricSeries[];
}

/** The points of a series that belong together: a new run begins after each point without a value. */
export function runsOf(points: readonly MetricPoint[]): { readonly fromMs: number; readonly value: number }[][] {
  const runs: { fromMs: number; value: number }[][] = [];
  let isNew = true;
  for (const { fromMs, value } of points) {
    if (value !== null) {
      if (isNew) runs.push([]);
      runs.at(-1)?.push({ fromMs, value });
    }
    isNew = value === null;
  }
  return runs;
}
