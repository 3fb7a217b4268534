/** For options that may be repeated: gathers their values. */
export function gather(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}

/** For options that hold a comma list and may be repeated. Empty parts are dropped. */
export function gatherList(value: string, before: readonly string[] | undefined): readonly string[] {
  const parts = value.split(',').map((part) => part.trim());
  return [...(before ?? []), ...parts.filter((part) => part !== '')];
}
