import { beforeEach, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import { showDifferences } from './show-differences.ts';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await openTestLedger(Date.parse('2026-01-15T10:00:00Z'));
});

const runs = (environment: string, version: string, region?: string) =>
  ledger.record({ type: 'deployment', service: 'api', environment, version, region: region ?? null });
const differences = async () =>
  (await showDifferences(ledger.store, { environment: 'staging' }, { environment: 'production' })).map(
    ({ region, a, b, change }) => [region, a, b, change],
  );

it('compares a side without regions with each region of the other', async () => {
  await runs('staging', '2');
  await runs('production', '2', 'eu');
  await runs('production', '1', 'us');
  expect(await differences()).toEqual([
    ['eu', '2', '2', 'same'],
    ['us', '2', '1', 'changed'],
  ]);
  const swapped = await showDifferences(ledger.store, { environment: 'production' }, { environment: 'staging' });
  expect(swapped.map(({ region, change }) => [region, change])).toEqual([
    ['eu', 'same'],
    ['us', 'changed'],
  ]);
});

it('compares regions by name where both sides have some', async () => {
  await runs('staging', '2');
  await runs('staging', '2', 'eu');
  await runs('production', '1');
  await runs('production', '1', 'us');
  expect(await differences()).toEqual([
    [null, '2', '1', 'changed'],
    ['eu', '2', null, 'only-a'],
    ['us', null, '1', 'only-b'],
  ]);
});

it('shows a service that runs on one side only once for each region', async () => {
  await runs('production', '1', 'eu');
  await runs('production', '1', 'us');
  expect(await differences()).toEqual([
    ['eu', null, '1', 'only-b'],
    ['us', null, '1', 'only-b'],
  ]);
});
