import type { Ledger } from '../../app/ledger.ts';
import { hasCode, LedgerError } from '../../domain/errors.ts';
import { fullTiles, partialTiles, tileWidth } from '../../ledger/tile.ts';
import { type TileAddress, tilePath } from '../../ledger/tile-path.ts';
import { parseTlogProof } from '../../ledger/tlog-proof.ts';
import type { Client } from '../../surfaces/client/connect.ts';
import { proveFromTiles } from './prove-from-tiles.ts';
import { sizeOf } from './size-of.ts';

type Log = Pick<Ledger, 'size' | 'checkpoint' | 'logFile' | 'exportTiles' | 'prove' | 'holds' | 'verify' | 'follow'>;

/** The log of a server, which gives it out as C2SP tlog-tiles. */
export function remoteLog(client: Client): Log {
  return {
    size: async () => sizeOf(await client.getCheckpoint()),
    checkpoint: () => client.getCheckpoint(),
    logFile: async (path) => ({
      content: await client.getTile(path.slice('tile/'.length)),
      isFull: !path.includes('.p/'),
    }),
    exportTiles: () => exportTiles(client),
    prove: (ref) => prove(client, ref),
    holds: async (id) => (await indexOf(client, id)) !== undefined,
    verify: ({ only, against }) => client.verifyLedger({ only, against }),
    async *follow(index, signal) {
      for await (const fact of client.streamFacts({ from: index }, { signal })) yield [fact];
    },
  };
}

async function prove(client: Client, ref: string | number): ReturnType<Ledger['prove']> {
  const index = typeof ref === 'number' || /^\d{1,15}$/.test(ref) ? Number(ref) : await indexOf(client, ref);
  if (index === undefined) {
    throw new LedgerError('not-found', `nothing is recorded under the id "${ref}"`, {
      hint: 'give the id of a deployment, rollback or incident, or the index of a fact',
    });
  }
  const proof = await proveFromTiles(client, index);
  const { extra = new Uint8Array() } = parseTlogProof(proof);
  return { index, proof, fact: Buffer.from(extra).toString() };
}

/** Index of the fact that recorded the deployment, rollback or incident of this id. */
async function indexOf(client: Client, id: string): Promise<number | undefined> {
  for (const get of [client.getDeployment, client.getRollback, client.getIncident]) {
    try {
      return (await get(id)).index;
    } catch (error) {
      if (!hasCode(error, 'not-found')) throw error;
    }
  }
  return undefined;
}

/** The checkpoint comes last, so that a directory which has one is complete. */
async function* exportTiles(client: Client): ReturnType<Ledger['exportTiles']> {
  const note = await client.getCheckpoint();
  const size = sizeOf(note);
  for (const address of filesOf(size)) {
    const path = tilePath(address);
    yield { path, content: await client.getTile(path.slice('tile/'.length)) };
  }
  yield { path: 'checkpoint', content: Buffer.from(note) };
}

/** Every tile and entry bundle of a log of `size` facts. */
function* filesOf(size: number): Generator<TileAddress> {
  for (let from = 0; from < size; from += tileWidth) {
    yield { level: 'entries', n: from / tileWidth, width: Math.min(tileWidth, size - from) };
  }
  yield* fullTiles(0, size);
  yield* partialTiles(size);
}
