import { describe, expect, it } from 'vitest';
import type { ClaimInput, ClaimType } from '../../domain/claims/claim.ts';
import { instantMs } from '../../domain/instant.ts';
import { builtinStrategies } from '../../domain/strategies/registry.ts';
import { kinds, reportableStatuses, serviceTypes } from '../../domain/vocabulary.ts';
import { calendarBefore, dayMs, isWeekend, isWithin } from './calendar.ts';
import { demoFleet } from './fleet.ts';

type Input<Type extends ClaimType> = Extract<ClaimInput, { type: Type }>;

const nowMs = Date.parse('2026-11-25T10:00:00Z');
const calendar = calendarBefore(nowMs);

function contentsOf(seed: number) {
  const claims = [...demoFleet({ seed, nowMs })];
  const ofType = <Type extends ClaimType>(type: Type) =>
    claims.filter((claim): claim is Input<Type> => claim.type === type);
  const said = new Map<string, Input<'deployment-status'>[]>();
  for (const word of ofType('deployment-status'))
    said.set(word.deployment, [...(said.get(word.deployment) ?? []), word]);
  const deployments = ofType('deployment').map((claim) => {
    const words = said.get(claim.id ?? '') ?? [];
    const statuses = [claim.status, ...words.map(({ status }) => status)];
    const endMs = instantMs(String(words.at(-1)?.at ?? claim.finishedAt ?? claim.startedAt));
    return { ...claim, statuses, status: statuses.at(-1), startMs: instantMs(String(claim.startedAt)), endMs };
  });
  const production = deployments.filter(
    ({ environment, parentId }) => environment === 'production' && parentId === undefined,
  );
  return { claims, ofType, deployments, production };
}

describe.each([1, 2, 3, 4])('the fleet of seed %i', (seed) => {
  const { claims, ofType, deployments, production } = contentsOf(seed);
  const distinct = (values: readonly unknown[]) => [...new Set(values)].sort();

  it('has 3,000 to 5,000 claims of every type', () => {
    expect(claims.length).toBeGreaterThan(3000);
    expect(claims.length).toBeLessThan(5000);
    expect(distinct(claims.map(({ type }) => type))).toHaveLength(10);
  });

  it('knows every strategy, status, kind of change and type of service, four environments and two regions', () => {
    const names = builtinStrategies.map(({ name }) => name);
    expect(distinct(deployments.map(({ strategy }) => strategy))).toEqual(names.toSorted());
    expect(distinct(deployments.flatMap(({ statuses }) => statuses))).toEqual(reportableStatuses.toSorted());
    expect(distinct(deployments.map(({ kind }) => kind))).toEqual(kinds.toSorted());
    expect(distinct(ofType('service').map(({ serviceType }) => serviceType))).toEqual(serviceTypes.toSorted());
    expect(distinct(deployments.map(({ service }) => service))).toHaveLength(12);
    const environments = ['development', 'production', 'staging', 'test'];
    expect(distinct(deployments.map(({ environment }) => environment))).toEqual(environments);
    expect(distinct(deployments.flatMap(({ region }) => region ?? []))).toEqual(['eu-west-1', 'us-east-1']);
  });

  it('fails, rolls back and breaks things about as often as a good company does', () => {
    const share = (status: string) => production.filter((one) => one.status === status).length / production.length;
    expect(production.length).toBeGreaterThan(400);
    expect(share('success')).toBeGreaterThan(0.88);
    expect(share('failure')).toBeGreaterThan(0.02);
    expect(share('failure')).toBeLessThan(0.08);
    const rollbacks = ofType('rollback').length / production.length;
    expect(rollbacks).toBeGreaterThan(0.02);
    expect(rollbacks).toBeLessThan(0.08);
    expect(ofType('rollback').some(({ carriedOutBy }) => carriedOutBy !== undefined)).toBe(true);
    const incidents = ofType('incident');
    expect(incidents.length).toBeGreaterThan(20);
    expect(incidents.length).toBeLessThan(80);
    expect(ofType('incident-resolution').length).toBe(incidents.length - 1);
    expect(production.some(({ remediates, planned }) => planned === false && remediates?.length === 1)).toBe(true);
  });

  it('has a bad week for payments and what calls it, and a quiet one for everybody', () => {
    const callers = ['payments', 'orders', 'checkout', 'ledger-batch'];
    const blamed = new Set([
      ...ofType('rollback').map(({ deployment }) => deployment),
      ...ofType('incident').map(({ causedBy }) => causedBy),
      ...ofType('incident-attribution').map(({ deployment }) => deployment),
      ...production.filter(({ status }) => status === 'failure').map(({ id }) => id),
    ]);
    const troubled = (some: typeof production) => some.filter(({ id }) => blamed.has(id)).length / some.length;
    const theirs = production.filter(({ service }) => callers.includes(service));
    const inBadWeek = theirs.filter(({ startMs }) => isWithin(calendar.badWeek, startMs));
    const before = theirs.filter(({ startMs }) => startMs < calendar.badWeek.fromMs);
    expect(troubled(inBadWeek)).toBeGreaterThan(2 * troubled(before));
    expect(ofType('incident').some(({ title }) => title === 'Calls to payments fail')).toBe(true);
    expect(production.filter(({ startMs }) => isWithin(calendar.holidays, startMs))).toEqual([]);
  });

  it('keeps office hours, with exceptions', () => {
    const weekend = deployments.filter(({ startMs, window }) => window === undefined && isWeekend(startMs)).length;
    expect(weekend).toBeGreaterThan(0);
    expect(weekend / deployments.length).toBeLessThan(0.05);
  });

  it('ships commits that are hours to days old, from development to production or not at all', () => {
    const versions = (environment: string) =>
      new Set(
        deployments.filter((one) => one.environment === environment).map((one) => `${one.service} ${one.version}`),
      );
    const shipped = versions('production').size / versions('development').size;
    expect(shipped).toBeGreaterThan(0.55);
    expect(shipped).toBeLessThan(0.9);
    const leadTimes = production
      .flatMap(({ commits, endMs }) => (commits ?? []).map((commit) => endMs - instantMs(String(commit.committedAt))))
      .toSorted((a, b) => a - b);
    expect(leadTimes[0]).toBeGreaterThan(0);
    const median = leadTimes[leadTimes.length >> 1] ?? 0;
    expect(median).toBeGreaterThan(0.5 * dayMs);
    expect(median).toBeLessThan(5 * dayMs);
  });
});

describe('what is to be found in a fleet', () => {
  const { ofType, deployments, production } = contentsOf(1);

  it('never ends a deployment before it starts, nor a target outside of its parent', () => {
    const byId = new Map(deployments.map((one) => [one.id, one]));
    const targets = deployments.filter(({ parentId }) => parentId !== undefined);
    for (const one of deployments) expect(one.endMs).toBeGreaterThanOrEqual(one.startMs);
    expect(targets.length).toBeGreaterThan(200);
    for (const target of targets) {
      const parent = byId.get(target.parentId ?? '');
      expect(parent).toMatchObject({ service: target.service, version: target.version });
      expect(target.startMs).toBeGreaterThanOrEqual(parent?.startMs ?? Number.POSITIVE_INFINITY);
      expect(target.endMs).toBeLessThanOrEqual(parent?.endMs ?? 0);
    }
  });

  it('is in the middle of things: a canary at a quarter, a rolling update half-way, one that waits', () => {
    const open = new Map(
      deployments
        .filter(({ status }) => status === 'pending' || status === 'in-progress')
        .map((one) => [one.service, one]),
    );
    const reached = (id: string | undefined) =>
      ofType('deployment-status').findLast(({ deployment }) => deployment === id)?.progress;
    expect(reached(open.get('edge-router')?.id)).toEqual({ percentage: 25, stage: 'quarter' });
    expect(reached(open.get('orders')?.id)).toEqual({ replicas: 4 });
    expect(open.get('payments')?.statuses).toEqual(['pending']);
  });

  it('goes back once over a hotfix that did not help, to the version before both', () => {
    const hotfixes = production.filter(({ remediates }) => remediates !== undefined);
    const [retreat, ...more] = ofType('rollback').filter(({ deployment }) =>
      hotfixes.some(({ id }) => id === deployment),
    );
    expect(more).toEqual([]);
    const hotfix = hotfixes.find(({ id }) => id === retreat?.deployment);
    const incident = ofType('incident').find(({ id }) => id === hotfix?.remediates?.[0]);
    const cause =
      ofType('incident-attribution').find((one) => one.incident === incident?.id)?.deployment ?? incident?.causedBy;
    const broken = production.find(({ id }) => id === cause);
    expect(new Set([hotfix?.version, broken?.version, retreat?.toVersion]).size).toBe(3);
  });

  it('only rolls back to versions that had been deployed there', () => {
    for (const { service, region, toVersion, at } of ofType('rollback')) {
      const before = production.filter((one) => one.service === service && one.endMs < instantMs(String(at)));
      expect(before.filter((one) => one.region === region).map(({ version }) => version)).toContain(toVersion);
    }
  });

  it('has a deployment whose reports contradict one another, and one that nobody finished', () => {
    expect(
      production.filter(({ statuses }) => statuses.includes('failure') && statuses.at(-1) === 'success'),
    ).toHaveLength(1);
    const [abandoned] = production.filter(({ status }) => status === 'abandoned');
    expect((abandoned?.endMs ?? 0) - (abandoned?.startMs ?? 0)).toBeGreaterThan(dayMs);
  });

  it('is approved by somebody else than its author', () => {
    const approved = production.filter(({ approvedBy }) => approvedBy !== undefined);
    expect(approved.length).toBeGreaterThan(400);
    for (const { initiator, approvedBy } of approved) expect(approvedBy).not.toContain(initiator);
  });

  it('removes the retired service from everywhere, after its last deployment', () => {
    const removals = ofType('removal');
    expect(removals.map(({ environment }) => environment)).toEqual(['production', 'staging', 'development']);
    const last = deployments.filter(({ service }) => service === 'pricing').at(-1);
    expect(instantMs(String(removals[0]?.at))).toBeGreaterThan(last?.endMs ?? 0);
  });
});
