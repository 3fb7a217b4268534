/** One line of a metric: its labels and its value. */
export interface Sample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Label of what was folded. */
export const other = 'other';

/**
 * At most `most` of what is given, and the rest, to be added up into one more whose labels all read `other`: so that a fleet of any size
 * costs a monitoring system the same. The first are kept, whatever they count: were it the largest, what is folded would fall whenever
 * one of it outgrew another, and a counter must never fall.
 */
export function keepFirst<Entry extends { readonly values: readonly string[] }>(
  entries: readonly Entry[],
  most: number,
): { readonly kept: readonly Entry[]; readonly rest: readonly Entry[] } {
  if (entries.length <= most) return { kept: entries, rest: [] };
  const first = entries.slice(0, most - 1);
  const isNamedLikeRest = ({ values }: Entry) => values.every((value) => value === other);
  return {
    kept: first.filter((entry) => !isNamedLikeRest(entry)),
    rest: [...first.filter(isNamedLikeRest), ...entries.slice(most - 1)],
  };
}

export function labelled(names: readonly string[], values: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
}
