import { expect, test } from 'vitest';
import { ReferenceStore } from '../../../test/contract/reference-store.ts';
import { type OpenedLedger, openOver } from '../../../test/support/ledgers.ts';
import { verifyCopy } from './verify-copy.ts';

const scratch = async () => new ReferenceStore();
const deployment = (version: string) => ({ type: 'deployment', service: 'api', environment: 'production', version });

/** A ledger with so many deployments, signed up to one of them. */
async function ledgerOf(size: number, signedAt: number, salt = ''): Promise<OpenedLedger> {
  const ledger = await openOver(new ReferenceStore(), { scratch, seed: `ledger${salt}` });
  for (let i = 0; i < size; i++) await ledger.take(deployment(`v${i}`), { sign: i === signedAt - 1 });
  return ledger;
}

const check = (copy: OpenedLedger, keys = copy.keys) => verifyCopy(copy.store, { keys, scratch });

test('says what a whole copy holds', async () => {
  const ledger = await ledgerOf(5, 3);
  const { root } = await ledger.verify({});
  const checkpoint = (await ledger.store.latestCheckpoint())?.note;
  expect(await check(ledger)).toEqual({ ledger: 'test.example/ledger', size: 5, root, checkpoint, lost: null });
});

test('names the facts that were signed and that a copy lacks', async () => {
  const [copy, whole] = [await ledgerOf(3, 3), await ledgerOf(7, 6)];
  expect(await check(copy, whole.keys)).toMatchObject({ size: 3, lost: { from: 3, to: 5 } });
});

test('knows of no loss where the key was never used', async () => {
  const copy = await ledgerOf(3, 3);
  copy.keys.forgetSigned();
  expect(await check(copy)).toMatchObject({ size: 3, lost: null });
});

test('refuses a copy that says otherwise than what was signed', async () => {
  const [copy, other] = [await ledgerOf(5, 5), await ledgerOf(4, 4, 'other')];
  await expect(check(copy, other.keys)).rejects.toMatchObject({ code: 'unverified' });
});

test('refuses a store without a ledger', async () => {
  const { keys } = await ledgerOf(1, 1);
  await expect(verifyCopy(new ReferenceStore(), { keys, scratch })).rejects.toMatchObject({ code: 'storage' });
});
