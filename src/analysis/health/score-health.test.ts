import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aChange } from '../../../test/support/changes.ts';
import { deploymentRow, incidentRow } from '../../../test/support/rows.ts';
import type { Change } from '../change.ts';
import { healthDefinition } from './health-definition.ts';
import type { HealthEvidence } from './measure-parts.ts';
import { type ServiceHealth, scoreHealth } from './score-health.ts';

const hour = 3_600_000;
const day = 24 * hour;
const good = (index: number) => aChange({ id: `good-${index}`, finishedMs: index * day });
const evidence = (fields: Partial<HealthEvidence> = {}): HealthEvidence => {
  const changes = fields.changes ?? [5, 4, 3, 2, 1].map(good);
  return {
    changes,
    deployments: changes.map(({ id, finishedMs }) => deploymentRow({ id, finishedMs })),
    openIncidents: [],
    recordsIncidents: true,
    lastDeployedMs: changes[0]?.finishedMs ?? null,
    atMs: 6 * day,
    ...fields,
  };
};
const part = (health: ServiceHealth, name: string) => health.parts.find((one) => one.name === name);
const failedAt = (index: number, fields: Partial<Change> = {}) =>
  aChange({ id: `bad-${index}`, finishedMs: index * day, status: 'rolled-back', failed: true, ...fields });

test('has parts whose weights add up to a hundred', () => {
  expect(healthDefinition.parts.reduce((total, { weight }) => total + weight, 0)).toBe(100);
});

test('gives a hundred to a service of which nothing bad is known, and leaves out what cannot be measured', () => {
  const health = scoreHealth(evidence());
  expect(health).toMatchObject({ score: 100, reason: null, deployments: 5 });
  expect(part(health, 'recovery-time')).toMatchObject({ value: null, gain: null, reason: 'nothing had to recover' });
});

test.each([
  [0, 'no deployment ended in the window; a score needs 3'],
  [1, '1 deployment ended in the window; a score needs 3'],
  [2, '2 deployments ended in the window; a score needs 3'],
])('gives no score for %i deployments', (count, reason) => {
  const health = scoreHealth(evidence({ changes: Array.from({ length: count }, (_, index) => good(index)) }));
  expect(health).toMatchObject({ score: null, reason, deployments: count });
  expect(health.parts.every(({ gain }) => gain === null)).toBe(true);
});

test('measures failed changes and their recovery, one that is not over by its age', () => {
  const changes = [failedAt(5), failedAt(4, { recoveredMs: 4 * day + 2 * hour }), good(3), good(2), good(1)];
  const health = scoreHealth(evidence({ changes }));
  expect(part(health, 'change-fail-rate')).toMatchObject({ measured: 0.4, numerator: 2, denominator: 5, value: 0 });
  expect(part(health, 'recovery-time')).toMatchObject({ measured: 13 * 3600, ids: ['bad-5', 'bad-4'] });
  expect(part(health, 'success-rate')).toMatchObject({
    measured: 0.6,
    numerator: 3,
    denominator: 5,
    ids: ['bad-5', 'bad-4'],
  });
});

test('lets the recovery from few failures weigh less', () => {
  const weightAfter = (failures: number) => {
    const bad = Array.from({ length: failures }, (_, index) => failedAt(index));
    return part(scoreHealth(evidence({ changes: [...bad, good(5)] })), 'recovery-time')?.weight;
  };
  expect([1, 3, 4].map(weightAfter)).toEqual([20 / 3, 20, 20]);
});

test('does not call a deployment that never arrived a failed change', () => {
  const changes = [failedAt(5, { status: 'failure' }), good(3), good(2), good(1)];
  const health = scoreHealth(evidence({ changes }));
  expect(part(health, 'change-fail-rate')).toMatchObject({ numerator: 0, denominator: 3 });
  expect(part(health, 'recovery-time')?.measured).toBeNull();
});

test('weighs open incidents by severity, and says nothing of them where nobody records any', () => {
  const openIncidents = [incidentRow({ id: 'low', severity: 'low' }), incidentRow({ id: 'top', severity: 'critical' })];
  const health = scoreHealth(evidence({ openIncidents }));
  expect(part(health, 'open-incidents')).toMatchObject({ measured: 3.5, value: 0, gain: 18.8, ids: ['top', 'low'] });
  const unknown = part(scoreHealth(evidence({ recordsIncidents: false })), 'open-incidents');
  expect(unknown).toMatchObject({ value: null, reason: 'no incident was ever recorded in this ledger' });
});

test('counts deployments whose end nobody knows', () => {
  const deployments = [
    deploymentRow({ id: 'lost', status: 'abandoned' }),
    deploymentRow({ id: 'torn', disputed: true }),
    ...[1, 2, 3, 4, 5, 6].map((index) => deploymentRow({ id: `${index}` })),
  ];
  const unclear = part(scoreHealth(evidence({ deployments })), 'unclear-outcomes');
  expect(unclear).toMatchObject({ numerator: 2, denominator: 8, value: 0, ids: ['lost', 'torn'] });
});

const anyChange = fc
  .record({
    finishedMs: fc.integer({ min: 0, max: 30 * day }),
    status: fc.constantFrom('success', 'failure', 'partial', 'rolled-back'),
    failed: fc.boolean(),
    recoveredMs: fc.option(fc.integer({ min: 0, max: 60 * day })),
  })
  .map((fields) =>
    aChange({ id: `${fields.finishedMs}`, ...fields, failed: fields.failed || fields.status === 'failure' }),
  );
const anyEvidence = fc
  .record({
    changes: fc.uniqueArray(anyChange, { selector: ({ id }) => id, maxLength: 30 }),
    severities: fc.array(fc.constantFrom('critical', 'high', 'medium', 'low'), { maxLength: 4 }),
    recordsIncidents: fc.boolean(),
    lastDeployedMs: fc.option(fc.integer({ min: 0, max: 30 * day })),
  })
  .map(({ severities, ...fields }) =>
    evidence({
      ...fields,
      openIncidents: severities.map((severity, index) => incidentRow({ id: `INC-${index}`, severity })),
      atMs: 30 * day,
    }),
  );

test('stays between 0 and 100, is the mean of the parts by weight, and gains what it says', () => {
  fc.assert(
    fc.property(anyEvidence, (some) => {
      const { score, parts } = scoreHealth(some);
      const measured = parts.flatMap(({ weight, value, gain }) => (value === null ? [] : [{ weight, value, gain }]));
      for (const { value } of measured) expect(value >= 0 && value <= 100).toBe(true);
      if (score === null) return;
      const weight = measured.reduce((sum, one) => sum + one.weight, 0);
      const mean = measured.reduce((sum, one) => sum + one.weight * one.value, 0) / weight;
      expect(Math.abs(score - mean)).toBeLessThan(0.11);
      const gains = measured.reduce((sum, one) => sum + (one.gain ?? 0), 0);
      expect(Math.abs(score + gains - 100)).toBeLessThan(0.5);
    }),
  );
});

test('never rises with one more open incident', () => {
  fc.assert(
    fc.property(anyEvidence, (some) => {
      const openIncidents = [...some.openIncidents, incidentRow({ id: 'one more', severity: 'low' })];
      const [before, after] = [some, { ...some, openIncidents }].map((all) => scoreHealth(all).score ?? 0);
      expect(after).toBeLessThanOrEqual(before ?? 0);
    }),
  );
});
