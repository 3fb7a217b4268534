/**
 * Reads page after page, each from behind the last row of the one before, until one is empty: no statement stays open in between,
 * memory stays flat, and whatever else this process has to do gets its turn.
 */
export async function* pages<Row>(read: (last: Row | undefined) => Promise<readonly Row[]>): AsyncGenerator<Row> {
  for (let page = await read(undefined); page.length > 0; page = await read(page.at(-1))) {
    for (const row of page) yield row;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
