import type { ClaimType } from '../domain/claims/claim.ts';
import { LedgerError } from '../domain/errors.ts';
import { builtinStrategies } from '../domain/strategies/registry.ts';
import { didYouMean } from '../domain/suggest.ts';
import { spell } from '../domain/vocabulary.ts';
import { claimTypeNamed, claimTypes } from './claim-fields.ts';

/** What the word under `type` makes of a record. */
export interface RecordType {
  readonly type: ClaimType;
  readonly strategy?: string;
}

/**
 * Reads the word under `type`: a record type, or the strategy of a deployment, which is what the original guile-deploy-ledger
 * writes there.
 * @throws LedgerError `invalid` when it is neither.
 */
export function recordTypeOf(word: string): RecordType {
  const type = claimTypeNamed(word);
  if (type !== undefined) return { type };
  if (builtinStrategies.some(({ name }) => name === spell(word))) return { type: 'deployment', strategy: word };
  throw new LedgerError('invalid', `unknown record type "${word}"${didYouMean(word, claimTypes)}`, {
    field: 'type',
    hint: `one of: ${claimTypes.join(', ')}`,
  });
}
