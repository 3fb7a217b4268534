/** Something to sort by: numbers by value, texts by code point, nothing before everything. */
type SortKey = number | string | null;

/** A copy in the order of the keys, the first of which differs decides. */
export function sortedBy<Item>(items: readonly Item[], keys: (item: Item) => readonly SortKey[]): Item[] {
  return [...items].sort((a, b) => compareKeys(keys(a), keys(b)));
}

export function newestFirst<Item>(items: readonly Item[], keys: (item: Item) => readonly SortKey[]): Item[] {
  return sortedBy(items, keys).reverse();
}

export function compareKeys(a: readonly SortKey[], b: readonly SortKey[]): number {
  for (const [place, key] of a.entries()) {
    const order = compareKey(key, b[place] ?? null);
    if (order !== 0) return order;
  }
  return 0;
}

function compareKey(a: SortKey, b: SortKey): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  // The order of UTF-8 is that of code points; that of JavaScript's strings is not.
  return Buffer.compare(Buffer.from(String(a)), Buffer.from(String(b)));
}
