/** Reads items until `enough` of them are there or none is left: gives those, and all items again. */
export async function peek<Item>(
  items: AsyncIterable<Item>,
  enough: (head: readonly Item[]) => boolean,
): Promise<[readonly Item[], AsyncGenerator<Item>]> {
  const iterator = items[Symbol.asyncIterator]();
  const head: Item[] = [];
  while (!enough(head)) {
    const next = await iterator.next();
    if (next.done === true) break;
    head.push(next.value);
  }
  return [head, resume(head, iterator)];
}

async function* resume<Item>(head: readonly Item[], rest: AsyncIterator<Item>): AsyncGenerator<Item> {
  try {
    yield* head;
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
