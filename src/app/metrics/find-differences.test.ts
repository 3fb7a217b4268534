import { beforeEach, expect, it } from 'vitest';
import { day, deployed, type MetricsLedger, openMetricsLedger } from '../../../test/support/metrics/metrics-ledger.ts';

let ledger: MetricsLedger;
beforeEach(async () => {
  ledger = await openMetricsLedger();
});
const differences = async (more: object) => (await ledger.report(more)).against?.differences ?? [];

it('names exactly the deployments that count for one profile and not for the other', async () => {
  await ledger.record(
    deployed(2, { id: 'good' }),
    deployed(3, { id: 'bad', status: 'failure' }),
    deployed(4, { id: 'off', status: 'cancelled' }),
  );
  const [frequency, rate] = await differences({ metrics: ['frequency', 'success-rate'], against: 'classic' });
  expect(frequency).toMatchObject({
    value: 1 / 30,
    against: { value: 3 / 30 },
    onlyHere: { numerator: [], denominator: [] },
    onlyThere: { numerator: ['bad', 'off'], denominator: [] },
  });
  expect(rate).toMatchObject({
    onlyHere: { numerator: [], denominator: [] },
    onlyThere: { numerator: [], denominator: ['off'] },
  });
});

it('names the deployment that an incident long after it belongs to in one of them only', async () => {
  await ledger.record(deployed(2, { id: 'old' }), deployed(20, { id: 'new' }));
  await ledger.record({ type: 'incident', service: 'api', environment: 'production', openedAt: day(10) });
  const metrics = ['change-fail-rate'];
  expect(await differences({ metrics, profile: 'devlake-2023', against: 'dora' })).toMatchObject([
    { value: 0.5, against: { value: 0 }, onlyHere: { numerator: ['old'] }, onlyThere: { numerator: [] } },
  ]);
});

it('is silent about what both agree on', async () => {
  await ledger.record(deployed(2));
  expect(await differences({ metrics: ['frequency'], profile: 'gitlab', against: 'middleware' })).toEqual([]);
});

it('says when the other one does not define a metric', async () => {
  await ledger.record(deployed(2));
  expect(await differences({ metrics: ['rework-rate'], against: 'gitlab' })).toMatchObject([
    { metric: 'rework-rate', against: null },
  ]);
});

it('names what counts in a group that only the other one has', async () => {
  await ledger.record(deployed(2), deployed(3, { id: 'off', service: 'web', status: 'cancelled' }));
  expect(await differences({ metrics: ['frequency'], against: 'classic', groupBy: ['service'] })).toMatchObject([
    { by: { service: 'web' }, value: null, against: { value: 1 / 30 }, onlyThere: { numerator: ['off'] } },
  ]);
});

it('looks beyond the window before it blames its last deployment, past the targets of another', async () => {
  await ledger.record(
    deployed(20, { id: 'last' }),
    deployed(33, { id: 'eu', region: 'eu', parentId: 'next' }),
    deployed(33, { id: 'next', finishedAt: day(33, 11) }),
    { type: 'incident', service: 'api', environment: 'production', openedAt: day(35) },
  );
  expect(await ledger.metrics({ profile: 'devlake-2023' })).toMatchObject({ 'change-fail-rate': { numerator: 0 } });
  await ledger.record({ type: 'incident', service: 'api', environment: 'production', openedAt: day(32) });
  expect(await ledger.metrics({ profile: 'devlake-2023' })).toMatchObject({ 'change-fail-rate': { numerator: 1 } });
});
