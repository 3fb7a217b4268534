import { LedgerError } from '../../../domain/errors.ts';
import { subjectOf } from '../../../domain/facts/fact.ts';
import { instantMs } from '../../../domain/instant.ts';
import { decodeFact } from '../../../ledger/fact-bytes.ts';
import { leafHash } from '../../../ledger/hashing.ts';
import type { Opening, StoredFact } from '../../../ledger/log-store.ts';
import { opens } from '../../../ledger/sealing.ts';
import type { LogEntry } from '../../../ledger/verifiable-log.ts';
import type { LedgerStore, LedgerTransaction } from '../../../projections/read-store.ts';
import { replay } from '../../log/replay.ts';
import { GrowingTree } from '../../record/growing-tree.ts';

/** Facts that are stored at a time. */
const stride = 256;

/**
 * Fills an empty store with a log that was verified before, and with what opens some of its sealed values, and folds it.
 * @throws LedgerError `unverified` for an opening that does not open what its fact has sealed, or is not in its place.
 */
export async function fillLedger(
  store: LedgerStore,
  entries: AsyncIterable<LogEntry>,
  openings: AsyncIterable<Opening>,
): Promise<void> {
  const ahead = new OpeningsAhead(openings);
  await store.transact(async (transaction) => {
    let block: StoredFact[] = [];
    for await (const { index, bytes } of entries) {
      block.push(storedFact(index, bytes));
      if (block.length < stride) continue;
      await append(transaction, block, ahead);
      block = [];
    }
    await append(transaction, block, ahead);
    await ahead.requireEnd();
    await replay(transaction, transaction, (await transaction.head()).size);
    await transaction.markProjected();
  });
}

function storedFact(index: number, bytes: Uint8Array): StoredFact {
  const fact = decodeFact(bytes);
  const recordedMs = instantMs(fact.recordedAt);
  return { index, bytes, leafHash: leafHash(bytes), subject: subjectOf(fact), type: fact.type, recordedMs };
}

async function append(
  transaction: LedgerTransaction,
  facts: readonly StoredFact[],
  ahead: OpeningsAhead,
): Promise<void> {
  const last = facts.at(-1);
  if (last === undefined) return;
  const tree = new GrowingTree(await transaction.head());
  const openings: Opening[] = [];
  for (const fact of facts) {
    tree.append(fact.leafHash);
    openings.push(...(await ahead.of(fact)));
  }
  await transaction.append({
    facts,
    openings,
    actors: [],
    answered: [],
    tiles: await tree.tiles(transaction),
    head: { size: tree.size, range: tree.rangeBytes(), recordedMs: last.recordedMs },
  });
}

/** Openings that come in the order of the facts, of which most have none. */
class OpeningsAhead {
  readonly #openings: AsyncIterator<Opening>;
  #next: Opening | undefined;
  #hasBegun = false;

  constructor(openings: AsyncIterable<Opening>) {
    this.#openings = openings[Symbol.asyncIterator]();
  }

  async of({ index, bytes }: StoredFact): Promise<Opening[]> {
    if (!this.#hasBegun) await this.#advance();
    const own: Opening[] = [];
    while (this.#next?.index === index) {
      const opening = this.#next;
      if (!opens(decodeFact(bytes), opening) || own.some(({ path }) => path === opening.path)) throw wrong(opening);
      own.push(opening);
      await this.#advance();
    }
    return own;
  }

  async requireEnd(): Promise<void> {
    if (!this.#hasBegun) await this.#advance();
    if (this.#next !== undefined) throw wrong(this.#next);
  }

  async #advance(): Promise<void> {
    this.#hasBegun = true;
    const { done, value } = await this.#openings.next();
    this.#next = done ? undefined : value;
  }
}

function wrong({ index, path }: Opening): LedgerError {
  return new LedgerError(
    'unverified',
    `the opening of ${path} in fact ${index} does not open what the fact has sealed`,
    {
      hint: 'a name or text in the report was changed',
    },
  );
}
