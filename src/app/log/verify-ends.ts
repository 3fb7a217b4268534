import type { LogReader } from '../../ledger/log-store.ts';
import { tileWidth } from '../../ledger/tile.ts';
import type { VerifyFailure } from '../views.ts';

/**
 * Finds what no fact of the log accounts for, because it lies before the first or behind the last: facts, openings and full tiles.
 * Others may be recording meanwhile.
 */
export async function verifyEnds(log: LogReader, size: number): Promise<VerifyFailure[]> {
  const ends = [
    [log.facts(Number.MIN_SAFE_INTEGER, 0), 'facts'],
    [log.facts(size, Number.MAX_SAFE_INTEGER), 'facts'],
    [log.openings(Number.MIN_SAFE_INTEGER, 0), 'openings'],
    [log.openings(size, Number.MAX_SAFE_INTEGER), 'openings'],
  ] as const;
  const failures: VerifyFailure[] = [];
  for (const [items, where] of ends) {
    const index = await firstStray(items, log);
    if (index !== undefined) failures.push({ index, where, why: `the log of ${size} facts has no place for it` });
  }
  return [...failures, ...(await strayTiles(log, size))];
}

/** The index of the first item that is not in the log even by now. */
async function firstStray(
  items: AsyncIterable<{ readonly index: number }>,
  log: LogReader,
): Promise<number | undefined> {
  for await (const { index } of items) {
    if (index < 0 || index >= (await log.head()).size) return index;
  }
  return undefined;
}

async function strayTiles(log: LogReader, size: number): Promise<VerifyFailure[]> {
  const failures: VerifyFailure[] = [];
  for await (const tile of log.tiles()) {
    if (isIn(tile, size) || isIn(tile, (await log.head()).size)) continue;
    const where = `tile ${tile.level}/${tile.n}`;
    failures.push({ index: null, where, why: `the log of ${size} facts has no such tile` });
  }
  return failures;
}

/** Whether a log of `size` facts has this tile, and it is full. */
function isIn({ level, n }: { readonly level: number; readonly n: number }, size: number): boolean {
  return level >= 0 && n >= 0 && (n + 1) * tileWidth ** (level + 1) <= size;
}
