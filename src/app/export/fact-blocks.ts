import type { Fact } from '../../domain/facts/fact.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import { openSealed } from '../read/open-sealed.ts';
import { SealedValues } from './sealed-values.ts';

/** A fact with what is sealed in it. */
export interface OpenedFact {
  readonly fact: Fact;
  readonly sealed: SealedValues;
}

/** Facts that are in memory at a time. */
const blockLength = 256;

/** The first `size` facts of a log in order, a block at a time, so that what they need besides is read with one query a block. */
export async function* factBlocks(log: LogReader, size: number): AsyncGenerator<readonly OpenedFact[]> {
  for (let from = 0; from < size; from += blockLength) {
    const placed: { readonly index: number; readonly fact: Fact }[] = [];
    for await (const { index, bytes } of log.facts(from, Math.min(from + blockLength, size))) {
      placed.push({ index, fact: decodeFact(bytes) });
    }
    const opened = await openSealed(
      log,
      placed.map(({ index }) => index),
    );
    yield placed.map(({ index, fact }) => ({ fact, sealed: new SealedValues(opened, index) }));
  }
}
