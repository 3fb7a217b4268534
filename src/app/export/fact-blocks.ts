import type { Fact } from '../../domain/facts/fact.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LogReader, StoredFact } from '../../ledger/log-store.ts';
import { openSealed } from '../read/open-sealed.ts';
import { SealedValues } from './sealed-values.ts';

/** A fact with what is sealed in it. */
export interface OpenedFact {
  readonly stored: StoredFact;
  readonly fact: Fact;
  readonly sealed: SealedValues;
}

/** Facts that are in memory at a time. */
const blockLength = 256;

/** The first `size` facts of a log in order, a block at a time, so that what they need besides is read with one query a block. */
export async function* factBlocks(log: LogReader, size: number): AsyncGenerator<readonly OpenedFact[]> {
  for (let from = 0; from < size; from += blockLength) {
    const block: StoredFact[] = [];
    for await (const stored of log.facts(from, Math.min(from + blockLength, size))) block.push(stored);
    yield await openFacts(log, block);
  }
}

/** Opens what is sealed in some facts, with one query whatever their number. */
export async function openFacts(log: LogReader, facts: readonly StoredFact[]): Promise<OpenedFact[]> {
  const opened = await openSealed(
    log,
    facts.map(({ index }) => index),
  );
  return facts.map((stored) => ({
    stored,
    fact: decodeFact(stored.bytes),
    sealed: new SealedValues(opened, stored.index),
  }));
}
