import { beforeEach, expect, it } from 'vitest';
import { day, deployed, type MetricsLedger, openMetricsLedger } from '../../../test/support/metrics/metrics-ledger.ts';

const hour = 3600;
let ledger: MetricsLedger;
beforeEach(async () => {
  ledger = await openMetricsLedger();
});

/** Commits made at this hour of the day before the one on which they are named. */
const commits = (date: number, ...shas: string[]) => ({
  commits: shas.map((sha) => ({ sha: sha.repeat(40), committedAt: new Date(day(date)).toISOString() })),
});
const leadTime = async (more = {}) => (await ledger.metrics({ metrics: ['lead-time'], ...more }))['lead-time'];

it('counts a commit with the deployment that shipped it first, though a later one ships it again', async () => {
  await ledger.record(deployed(1), deployed(3, commits(2, 'a')), deployed(5, commits(2, 'a', 'b')));
  expect(await leadTime()).toMatchObject({ value: (24 + 72) * (hour / 2), count: 2, deployments: 2 });
});

it('counts it again in another environment', async () => {
  const west = { environment: 'prod-west' };
  await ledger.record(deployed(1), deployed(1, west), deployed(3, commits(2, 'a')));
  await ledger.record(deployed(5, { ...west, ...commits(2, 'a') }));
  expect(await leadTime()).toMatchObject({ count: 2, mean: 48 * hour });
  expect(await leadTime({ environment: 'prod-west' })).toMatchObject({ count: 1, value: 72 * hour });
});

it('counts it again in another service', async () => {
  const web = { service: 'web' };
  await ledger.record(
    deployed(1),
    deployed(1, web),
    deployed(3, commits(2, 'a')),
    deployed(3, { ...web, ...commits(2, 'a') }),
  );
  expect(await leadTime()).toMatchObject({ count: 2 });
});

it('does not take a commit for shipped by a deployment that failed', async () => {
  const failure = { status: 'failure' };
  await ledger.record(deployed(1), deployed(3, { ...failure, ...commits(2, 'a') }), deployed(5, commits(2, 'a')));
  expect(await leadTime()).toMatchObject({ value: 72 * hour, count: 1 });
});

it('counts the commits of a parent with it, though its targets finished before and name them too', async () => {
  const parent = { id: 'all', finishedAt: day(3, 12), ...commits(2, 'a') };
  await ledger.record(deployed(1), deployed(3, parent));
  await ledger.record(deployed(3, { region: 'eu', parentId: 'all', ...commits(2, 'a') }));
  expect(await leadTime()).toMatchObject({ count: 1, value: 26 * hour });
});

it('does not depend on the order in which the deployments were recorded', async () => {
  await ledger.record(deployed(5, commits(2, 'a', 'b')), deployed(3, commits(2, 'a')), deployed(1));
  expect(await leadTime()).toMatchObject({ value: 48 * hour, count: 2 });
});

it('leaves out the first known deployment of a lane, and says so', async () => {
  await ledger.record(deployed(3, commits(2, 'a')));
  expect(await leadTime()).toMatchObject({
    value: null,
    reason: 'what the first known deployment of a lane shipped is unknown',
    excluded: { 'first-of-lane': 1, uncovered: 0 },
  });
});

it('reports deployments that do not say what they shipped as uncovered', async () => {
  await ledger.record(deployed(1), deployed(3), deployed(4, commits(3, 'a')));
  expect(await leadTime()).toMatchObject({ count: 1, excluded: { 'first-of-lane': 1, uncovered: 1 } });
});

it('leaves out a commit that is dated after the deployment', async () => {
  await ledger.record(deployed(1), deployed(3, commits(4, 'a')));
  expect(await leadTime()).toMatchObject({ value: null, count: 0, excluded: { 'commits-after-finish': 1 } });
});
