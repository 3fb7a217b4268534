import { flag, statesThat, statusCode } from '../columns/columns.ts';
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
  const { columns, counting } = frame;
  return (group) => {
    let open = 0;
    const spans = gather(frame, group, counting, (place, push) => {
      const ms = next.get(place);
      if (ms === null) open++;
      else if (ms !== undefined) push(ms - (columns.atMs[place] ?? 0));
    });
    const { mean, count } = describeSpans(spans);
    return { value: mean, unit: 's', count, open };
  };
}

/** When each failure's lane succeeded next, by place; null while it has not. */
export function nextSuccesses({
  columns,
  laterSuccessMs,
}: Pick<Frame, 'columns' | 'laterSuccessMs'>): ReadonlyMap<number, number | null> {
  const { lanes, region, regions, state, atMs } = columns;
  const { success, failure, 'rolled-back': rolledBack } = statusCode;
  const fails = statesThat(columns, ({ status }) => status === failure);
  const succeeds = statesThat(
    columns,
    ({ status, flags }) => status === success || (status === rolledBack && (flags & flag.reportedSuccess) !== 0),
  );
  const next = new Map<number, number | null>();
  for (const lane of lanes) {
    const successMs = new Map<number, number>();
    for (let place = lane.to - 1; place >= lane.from; place--) {
      const [where, code] = [region[place] ?? 0, state[place] ?? 0];
      if (succeeds[code] === 1) successMs.set(where, atMs[place] ?? 0);
      if (fails[code] !== 1) continue;
      const key = `${lane.service}\u0000${lane.environment}\u0000${regions[where] ?? ''}`;
      next.set(place, successMs.get(where) ?? laterSuccessMs.get(key) ?? null);
    }
  }
  return next;
}
