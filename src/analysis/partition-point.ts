/** How many of the items lie before the first one that is not `before`, which must be false from some item on. Takes log₂ steps. */
export function partitionPoint<Item>(items: readonly Item[], before: (item: Item) => boolean): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const item = items[middle];
    if (item !== undefined && before(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
