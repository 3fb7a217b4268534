import { instant } from '../../domain/instant.ts';
import type { TokenState } from '../../projections/fold-token.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { TokenRow } from '../../projections/token-store.ts';
import { type OpenedValues, openSealed } from '../read/open-sealed.ts';
import { readPage } from '../read/read-page.ts';
import type { ListOf } from '../views.ts';
import { readTokens } from './read-token.ts';
import type { TokenView } from './token-view.ts';

export interface TokenQuery {
  /** Also those that expired or were revoked. */
  readonly all?: boolean | undefined;
  /** All when absent. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/**
 * Lists tokens, latest first.
 * @throws LedgerError `invalid` for a limit or a cursor that is none.
 */
export function listTokens(store: LedgerStore, query: TokenQuery, nowMs: number): Promise<ListOf<TokenView>> {
  const { all = false } = query;
  return readPage(query, {
    identity: { list: 'tokens', all },
    read: ({ limit, after }) => store.tokens.list({ livingAtMs: all ? undefined : nowMs, limit, before: after?.id }),
    place: ({ id }) => ({ atMs: 0, id }),
    view: (rows) => viewTokens(store, rows, nowMs),
  });
}

async function viewTokens(store: LedgerStore, rows: readonly TokenRow[], nowMs: number): Promise<TokenView[]> {
  const states = await readTokens(store, rows);
  const opened = await openSealed(
    store,
    rows.map(({ index }) => index),
  );
  return rows.flatMap((row) => {
    const state = states.get(row.id);
    return state === undefined ? [] : [viewToken(row, state, opened, nowMs)];
  });
}

function viewToken(
  row: TokenRow,
  { created, revoked, expiresMs }: TokenState,
  opened: OpenedValues,
  nowMs: number,
): TokenView {
  const { data } = created;
  const isExpired = expiresMs !== null && expiresMs <= nowMs;
  return {
    id: row.id,
    name: opened.text([row.index, '/data/name']),
    role: data.role,
    environments: data.environments ?? null,
    services: data.services ?? null,
    state: revoked !== undefined ? 'revoked' : isExpired ? 'expired' : 'active',
    createdAt: created.occurredAt,
    initiator: opened.text([row.index, '/data/initiator']),
    createdBy: data.createdBy ?? null,
    expiresAt: data.expiresAt ?? null,
    revokedAt: revoked?.occurredAt ?? null,
    lastUsedAt: row.lastUsedMs === null ? null : instant(row.lastUsedMs),
    evidence: data.evidence ?? null,
  };
}
