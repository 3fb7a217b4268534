import { LedgerError } from '../../domain/errors.ts';
import type { TokenFact } from '../../domain/facts/token.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import { foldToken, type TokenState } from '../../projections/fold-token.ts';
import type { TokenRow } from '../../projections/token-store.ts';

/** What the log says of these tokens, by id. */
export async function readTokens(log: LogReader, rows: readonly TokenRow[]): Promise<Map<string, TokenState>> {
  const facts = new Map<string, TokenFact[]>();
  for (const { bytes } of await log.factsOf(rows.map(({ id }) => `token:${id}`))) {
    const fact = decodeFact(bytes);
    if (fact.type !== 'token.created' && fact.type !== 'token.revoked') continue;
    facts.set(fact.data.token, [...(facts.get(fact.data.token) ?? []), fact]);
  }
  return new Map(rows.map(({ id }) => [id, stateOf(id, facts.get(id) ?? [])]));
}

/** What the log says of one token. */
export async function readToken(log: LogReader, row: TokenRow): Promise<TokenState> {
  const states = await readTokens(log, [row]);
  return states.get(row.id) ?? stateOf(row.id, []);
}

/** Nobody gets in by a row that was put beside the log. */
function stateOf(id: string, facts: readonly TokenFact[]): TokenState {
  const state = foldToken(facts);
  if (state !== undefined) return state;
  throw new LedgerError('unverified', `the token ${id} is kept, but the log says nothing of it`, {
    hint: 'somebody changed the database; see: deploy-ledger verify',
  });
}
