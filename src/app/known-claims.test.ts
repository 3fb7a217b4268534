import { beforeEach, describe, expect, it } from 'vitest';
import { type OpenedLedger, openOver } from '../../test/support/ledgers.ts';
import { madeUpHistory } from '../../test/support/ledgers-history.ts';
import type { ClaimInput } from '../domain/claims/claim.ts';
import { openSqlite } from '../storage/sqlite/open-sqlite.ts';

const open = () => openSqlite(':memory:', { mode: 'create' });

let ledger: OpenedLedger;
beforeEach(async () => {
  ledger = await openOver(await open(), { scratch: open });
});

async function exported(): Promise<Readonly<Record<string, unknown>>[]> {
  const claims: Readonly<Record<string, unknown>>[] = [];
  for await (const claim of ledger.exportClaims({})) claims.push(claim);
  return claims;
}

async function* readings(claims: readonly object[]) {
  let line = 0;
  for (const claim of claims) yield { line: ++line, claim: claim as ClaimInput };
}

const bringIn = (claims: readonly object[], dryRun = false) =>
  ledger.importFrom(readings(claims), { source: 'jsonl', dryRun });

const recorded = { type: 'deployment', id: 'd1', service: 'api', version: '1', environment: 'production' };
const said = { type: 'deployment-status', deployment: 'd1', message: 'all well', at: '2026-01-15T12:30:00Z' };

describe('what a ledger exported, imported into itself', () => {
  it('is known already, all of it', async () => {
    const history = madeUpHistory({ seed: 'again', claims: 120, hours: 20, services: ['api', 'web'] });
    for (const { claim } of history) await Promise.allSettled([ledger.take(claim)]);
    const claims = await exported();
    await ledger.abandonOverdue({});
    const size = await ledger.size();
    expect(claims.length).toBeGreaterThan(100);
    for (const dryRun of [true, false]) {
      expect(await bringIn(claims, dryRun)).toMatchObject({
        read: claims.length,
        recorded: 0,
        duplicates: claims.length,
        rejected: [],
      });
    }
    expect(await ledger.size()).toBe(size);
  });

  it('is refused where a line was changed', async () => {
    await ledger.take(recorded);
    const [claim] = await exported();
    expect(await bringIn([{ ...claim, version: '2' }])).toMatchObject({
      duplicates: 0,
      rejected: [{ line: 1, why: expect.stringContaining('with another content') }],
    });
  });

  it('is known as often as it was recorded', async () => {
    await ledger.take(recorded);
    await ledger.take(said);
    await ledger.take(said);
    const lines = await exported();
    expect(lines).toHaveLength(3);
    expect(await bringIn([...lines, said])).toMatchObject({ recorded: 1, duplicates: 3 });
  });

  it('is left to its idempotency key where it has one', async () => {
    await ledger.take(recorded);
    await ledger.take({ ...said, idempotencyKey: 'first' });
    expect(await bringIn([{ ...said, idempotencyKey: 'second' }])).toMatchObject({ recorded: 1, duplicates: 0 });
  });
});
