import { beforeEach, describe, expect, it } from 'vitest';
import { leafBytes, treeHash } from '../../test/vectors/ledger/reference-tree.ts';
import { LedgerError } from '../domain/errors.ts';
import type { ExpectedHead } from './expected-heads.ts';
import { hex, leafHash } from './hashing.ts';
import { fullTiles, partialTiles } from './tile.ts';
import { tilePath } from './tile-path.ts';
import type { LogEntry, TileContents, VerifiableLog } from './verifiable-log.ts';
import { verifyLog } from './verify-log.ts';

const size = 600;
let entries: LogEntry[];
let tiles: Map<string, TileContents>;

beforeEach(() => {
  entries = Array.from({ length: size }, (_, index) => entry(index));
  tiles = new Map([...fullTiles(0, size), ...partialTiles(size)].map((tile) => [tilePath(tile), contents(tile)]));
});

function entry(index: number): { index: number; bytes: Buffer; leafHash: Buffer } {
  return { index, bytes: leafBytes(index), leafHash: leafHash(leafBytes(index)) };
}

function contents({ level, n, width }: { level: number; n: number; width: number }): { hashes: Buffer; root: Buffer } {
  const leaves = 256 ** level;
  const first = n * 256;
  const hash = (_: unknown, i: number) => treeHash((first + i) * leaves, (first + i + 1) * leaves);
  const root = treeHash(first * leaves, (first + width) * leaves);
  return { hashes: Buffer.concat(Array.from({ length: width }, hash)), root };
}

function log(keepsPartialTiles = true): VerifiableLog {
  return {
    async *entries() {
      yield* entries;
    },
    tile: async (tile) => tiles.get(tilePath(tile)),
    keepsPartialTiles,
  };
}

function head(at: number): ExpectedHead {
  return { size: at, root: treeHash(0, at), where: `checkpoint ${at}` };
}

function change(index: number, bytes: string): void {
  const leaf = leafHash(Buffer.from(bytes));
  entries[index] = { index, bytes: Buffer.from(bytes), leafHash: leaf };
}

async function failures(heads: readonly ExpectedHead[] = [head(size)]): Promise<string[]> {
  const report = await verifyLog(log(), heads);
  return report.failures.map(({ index, where }) => `${index} ${where}`);
}

describe('the verification of a log', () => {
  it('finds nothing in a log that is whole, whatever earlier heads it is given', async () => {
    const heads = [0, 1, 255, 256, 256, 257, 512, 599, 600].map(head);
    const report = await verifyLog(log(), heads);
    expect({ ...report, root: hex(report.root) }).toEqual({ size, root: hex(treeHash(0, size)), failures: [] });
  });

  it('finds nothing in an empty log', async () => {
    [entries, tiles] = [[], new Map()];
    expect(await failures([head(0)])).toEqual([]);
  });

  it('takes the heads one by one, and lets go of those it did not come to', async () => {
    const taken: number[] = [];
    let isClosed = false;
    async function* heads() {
      try {
        for (const at of [1, 600, 601, 602]) {
          taken.push(at);
          yield { ...head(Math.min(at, size)), size: at };
        }
      } finally {
        isClosed = true;
      }
    }
    const report = await verifyLog(log(), heads());
    const why = 'it covers 601 facts; 600 could be read';
    expect(report.failures).toEqual([{ index: 600, where: 'checkpoint 600', why }]);
    expect(taken).toEqual([1, 600, 601]);
    expect(isClosed).toBe(true);
  });

  it('names a fact whose bytes were changed', async () => {
    entries[300] = { ...entry(300), bytes: Buffer.from('forged') };
    const found = await failures([head(300), head(301), head(600)]);
    expect(found[0]).toBe('300 facts');
    expect(found).toContain('300 tile/0/001');
    expect(found).toContain('256 tile/1/000.p/2');
    expect(found).toContain('300 checkpoint 301');
    expect(found).not.toContain('300 checkpoint 300');
  });

  it('names a fact that was changed with its leaf hash, by its tile', async () => {
    change(300, 'forged');
    expect((await failures())[0]).toBe('300 tile/0/001');
  });

  it('names the first fact that no head vouches for when leaf hash and tiles were changed too', async () => {
    change(599, 'forged');
    const { hashes } = contents({ level: 0, n: 2, width: 88 });
    leafHash(Buffer.from('forged')).copy(hashes, 87 * 32);
    tiles.set('tile/0/002.p/88', { hashes });
    expect(await failures([head(256), head(512), head(600)])).toEqual(['512 checkpoint 600']);
  });

  it('names the place of a fact that was removed, and reads no further', async () => {
    entries.splice(300, 1);
    const report = await verifyLog(log(), [head(256), head(600)]);
    expect(report.failures.map(({ index, where, why }) => [index, where, why])).toEqual([
      [300, 'facts', 'fact 301 was found in its place'],
      [300, 'checkpoint 600', 'it covers 600 facts; 300 could be read'],
    ]);
  });

  it('names a log that was cut short', async () => {
    entries.length = 512;
    expect(await failures([head(512), head(600)])).toEqual(['512 checkpoint 600']);
  });

  it('names two facts that changed places', async () => {
    [entries[10], entries[20]] = [
      { ...entry(20), index: 10 },
      { ...entry(10), index: 20 },
    ];
    expect((await failures())[0]).toBe('10 tile/0/000');
  });

  it.each([
    ['is missing', undefined, 'the tile is missing'],
    ['is cut short', Buffer.alloc(8191), 'the tile has 8191 bytes instead of 8192'],
  ])('names a tile that %s', async (_, hashes, why) => {
    if (hashes === undefined) tiles.delete('tile/0/001');
    else tiles.set('tile/0/001', { hashes });
    const report = await verifyLog(log(), [head(600)]);
    expect(report.failures).toEqual([{ index: 256, where: 'tile/0/001', why }]);
  });

  it('names a changed hash in a tile, and a changed root', async () => {
    const { hashes, root } = contents({ level: 0, n: 0, width: 256 });
    hashes.fill(0, 32 * 77, 32 * 77 + 1);
    tiles.set('tile/0/000', { hashes, root });
    tiles.set('tile/0/001', { ...contents({ level: 0, n: 1, width: 256 }), root: Buffer.alloc(32) });
    expect(await failures()).toEqual(['77 tile/0/000', '256 tile/0/001']);
  });

  it('asks for partial tiles only where they are kept', async () => {
    tiles.delete('tile/0/002.p/88');
    expect(await failures()).toEqual(['512 tile/0/002.p/88']);
    expect((await verifyLog(log(false), [head(600)])).failures).toEqual([]);
  });

  it('takes facts that cannot be read for a failure, and any other error for what it is', async () => {
    const broken = (error: Error): VerifiableLog => ({
      ...log(),
      async *entries() {
        yield* entries.slice(0, 5);
        throw error;
      },
    });
    const report = await verifyLog(broken(new LedgerError('invalid', 'entry 5 is cut off')), []);
    expect(report.failures).toEqual([{ index: 5, where: 'facts', why: 'entry 5 is cut off' }]);
    await expect(verifyLog(broken(new LedgerError('storage', 'disk')), [])).rejects.toThrow('disk');
  });

  it('stops after a hundred failures, and says so', async () => {
    entries = entries.map((kept) => ({ ...kept, bytes: Buffer.from('x') }));
    const report = await verifyLog(log(), []);
    expect(report.size).toBe(100);
    expect(report.failures.at(-1)?.why).toBe('not read any further after 100 failures');
  });

  it('refuses heads that are not in the order of their sizes', async () => {
    await expect(verifyLog(log(), [head(256), head(255)])).rejects.toThrow(
      expect.objectContaining({ code: 'invalid' }),
    );
  });
});
