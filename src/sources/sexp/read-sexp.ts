import type { Reading } from '../reading.ts';
import { readingsAt } from '../readings-at.ts';
import { rowIdentities } from '../row-identity.ts';
import { textChunks } from '../text-chunks.ts';
import { recordsIn } from './records.ts';
import { sexpForms } from './sexp-forms.ts';

/**
 * Reads records written as S-expressions (records.ts), the exports and printed records of the original guile-deploy-ledger among
 * them. A reading's `line` is where its top-level form starts; nothing in the file is evaluated.
 * @throws LedgerError `invalid` when the file as a whole is no text.
 */
export async function* readSexp(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Reading> {
  const identify = rowIdentities();
  for await (const { line, datum, error } of sexpForms(textChunks(chunks))) {
    if (error !== undefined) yield { line, error };
    else for (const record of recordsIn(datum)) yield* readingsAt(line, () => [identify(record())]);
  }
}
