import { firstNotBelow } from '../columns/find-place.ts';
import type { Frame } from '../frame.ts';
import type { Subset } from '../ratio.ts';

/** @param recoveredMs NaN while nothing ended the harm */
type Visit = (place: number, recoveredMs: number, endedBeforeFinish: boolean) => void;

/** The deployments that reached their environment and did harm there. */
export function failedChanges(frame: Frame): Subset {
  return {
    count(group) {
      let count = 0;
      visitFailures(frame, group, () => count++);
      return count;
    },
    places(group) {
      const places: number[] = [];
      visitFailures(frame, group, (place) => places.push(place));
      return places.sort((a, b) => a - b);
    },
  };
}

/** Visits the failed changes of a group that count: few of its deployments, of which the others are not looked at. */
export function visitFailures(frame: Frame, group: number, visit: Visit): void {
  const { columns, counting, runs, blamed } = frame;
  const { state, atMs, rolledBack, rolledBackMs } = columns;
  for (let run = runs.first(group); run < runs.first(group + 1); run++) {
    const own = within(blamed.places, runs.from(run), runs.to(run));
    for (let i = own.from; i < own.to; i++) {
      const [place, failure] = [blamed.places[i] ?? 0, blamed.failures[i]];
      if (failure === undefined || counting[state[place] ?? 0] !== 1) continue;
      visit(place, failure.recoveredMs ?? Number.NaN, failure.endedBeforeFinish);
    }
    const undone = within(rolledBack, runs.from(run), runs.to(run));
    for (let i = undone.from; i < undone.to; i++) {
      const place = rolledBack[i] ?? 0;
      // Of one that was blamed, too, its rollback is among what its failure says.
      if (counting[state[place] ?? 0] !== 1 || isAmong(blamed.places, place, own)) continue;
      const ms = rolledBackMs[i] ?? Number.NaN;
      const isEarly = ms < (atMs[place] ?? 0);
      visit(place, isEarly ? Number.NaN : ms, isEarly);
    }
  }
}

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Where an ascending column is from ≤ place < to. */
function within(places: Uint32Array, from: number, to: number): Range {
  const first = firstNotBelow(places, from, { from: 0, to: places.length });
  return {
    from: first,
    to: firstNotBelow(places, to, { from: first, to: Math.min(places.length, first + to - from) }),
  };
}

function isAmong(places: Uint32Array, place: number, range: Range): boolean {
  const found = firstNotBelow(places, place, range);
  return found < range.to && places[found] === place;
}
