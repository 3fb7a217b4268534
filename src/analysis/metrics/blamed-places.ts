import type { Columns } from './columns/columns.ts';
import type { PlaceFinder, RecordedPlace } from './columns/find-place.ts';

/** What ended the harm that a failed change did. */
export interface Failure {
  /** Null while nothing did. */
  readonly recoveredMs: number | null;
  /** Whether everything that could have ended it came before its finish, and so cannot have. */
  readonly endedBeforeFinish: boolean;
}

/** The deployments that an incident is attributed to or that are remedied, and what became of them. */
export interface BlamedPlaces {
  /** Ascending. */
  readonly places: Uint32Array;
  /** By its place in `places`. */
  readonly failures: readonly Failure[];
}

export function findBlamed(
  { state }: Columns,
  deployed: Uint8Array,
  failures: readonly (Failure & { readonly deployment: RecordedPlace })[],
  finder: PlaceFinder,
): BlamedPlaces {
  const found = failures.flatMap((failure) => {
    const place = finder.place(failure.deployment);
    return place === undefined || deployed[state[place] ?? 0] !== 1 ? [] : [{ place, failure }];
  });
  found.sort((a, b) => a.place - b.place);
  return { places: Uint32Array.from(found, ({ place }) => place), failures: found.map(({ failure }) => failure) };
}
