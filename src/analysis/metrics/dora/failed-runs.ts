import { flag, statusCode } from '../columns/columns.ts';
import { describeSpans } from '../describe-spans.ts';
import { type Frame, gather } from '../frame.ts';

export interface FailedRuns {
  readonly value: number | null;
  readonly unit: 's';
  readonly count: number;
  /** Failures whose lane has not succeeded since. */
  readonly open: number;
}

/** How long it takes on average from a failure to the next success of the same service, environment and region. */
export function failedRuns(frame: Frame): (group: number) => FailedRuns {
  const next = nextSuccesses(frame);
  const { atMs } = frame.columns;
  const spans = gather(frame, (place, push) => {
    const ms = next.get(place);
    if (ms != null) push(ms - (atMs[place] ?? 0));
  });
  const open = gather(frame, (place, push) => {
    if (next.get(place) === null) push(1);
  });
  return (group) => {
    const { mean, count } = describeSpans(spans.of(group));
    return { value: mean, unit: 's', count, open: open.of(group).length };
  };
}

/** When each failure's lane succeeded next, by place; null while it has not. */
export function nextSuccesses({
  columns,
  laterSuccessMs,
}: Pick<Frame, 'columns' | 'laterSuccessMs'>): ReadonlyMap<number, number | null> {
  const { lanes, region, regions, status, flags, atMs } = columns;
  const next = new Map<number, number | null>();
  for (const lane of lanes) {
    const successMs = new Map<number, number>();
    for (let place = lane.to - 1; place >= lane.from; place--) {
      const [where, code] = [region[place] ?? 0, status[place] ?? 0];
      const reported = ((flags[place] ?? 0) & flag.reportedSuccess) !== 0;
      const key = `${lane.service}\u0000${lane.environment}\u0000${regions[where] ?? ''}`;
      if (code === statusCode.failure) next.set(place, successMs.get(where) ?? laterSuccessMs.get(key) ?? null);
      else if (code === statusCode.success || (code === statusCode['rolled-back'] && reported))
        successMs.set(where, atMs[place] ?? 0);
    }
  }
  return next;
}
