import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deploymentRow, incidentRow } from '../../../test/support/rows.ts';
import { attributeIncident } from './attribute-incident.ts';
import { type AttributionRule, doraAttribution } from './attribution-rule.ts';
import { type Candidate, Candidates } from './candidates.ts';

const hour = 3_600_000;
const opened = 100 * hour;
const incident = incidentRow({ openedMs: opened });

/** A deployment of `api` that finished some hours before the incident opened. */
const finished = (hours: number, fields: Partial<Candidate> = {}): Candidate => ({
  ...deploymentRow({ id: `${hours}h`, ...fields }),
  finishedMs: opened - hours * hour,
});
const attribute = (candidates: readonly Candidate[], dependencies: readonly string[] = [], rule = doraAttribution) =>
  attributeIncident(incident, dependencies, new Candidates(candidates), rule);

describe('an incident', () => {
  it('belongs to the deployment that a person named, whatever speaks against it', () => {
    const named = { ...incident, causedBy: 'long ago' };
    expect(attributeIncident(named, [], new Candidates([finished(1)]), doraAttribution)).toEqual({
      deployment: 'long ago',
      by: 'named',
      confidence: 'confirmed',
      reason: 'a person named it',
    });
  });

  it('belongs to none when a person decided so', () => {
    const decided = { ...incident, causedBy: '' };
    expect(attributeIncident(decided, [], new Candidates([finished(1)]), doraAttribution)).toMatchObject({
      deployment: null,
      by: 'named',
      confidence: 'confirmed',
    });
  });

  it('belongs to the latest deployment of its service and environment before it opened', () => {
    const elsewhere = [finished(1, { environment: 'staging' }), finished(1, { service: 'web' })];
    expect(attribute([finished(5), finished(3), finished(-1), ...elsewhere])).toMatchObject({
      deployment: '3h',
      by: 'derived',
    });
  });

  it('belongs to one that finished up to 24 hours before, and is pending when that was longer ago', () => {
    expect(attribute([finished(24)]).deployment).toBe('24h');
    expect(attribute([finished(24.001)])).toEqual({
      deployment: null,
      by: null,
      confidence: null,
      reason: 'no deployment of api finished in the 24 h before it opened',
    });
  });

  it('belongs to the latest deployment of what its service depends on when its own was not deployed', () => {
    const others = [finished(2, { service: 'db', id: 'db' }), finished(1, { service: 'cache', id: 'cache' })];
    expect(attribute(others, ['db', 'cache'])).toMatchObject({ deployment: 'cache', by: 'derived' });
    expect(attribute([...others, finished(20)], ['db', 'cache'])).toMatchObject({ deployment: '20h' });
    expect(attribute(others)).toMatchObject({ deployment: null });
  });

  it('belongs to the same one of several that finished together, in whatever order they are given', () => {
    const [a, b] = [finished(1, { id: 'a' }), finished(1, { id: 'b' })];
    expect([attribute([a, b]).deployment, attribute([b, a]).deployment]).toEqual(['b', 'b']);
  });

  it('follows the rule that it is given', () => {
    const devlake: AttributionRule = { version: 1, spanMs: null, takesSameMoment: false, takesDependencies: false };
    const middleware = { ...devlake, takesSameMoment: true };
    expect(attribute([finished(99), finished(0)], [], devlake).deployment).toBe('99h');
    expect(attribute([finished(99), finished(0)], [], middleware).deployment).toBe('0h');
    expect(attribute([finished(1, { service: 'db' })], ['db'], devlake)).toMatchObject({
      deployment: null,
      reason: 'no deployment of api finished before it opened',
    });
  });
});

describe('the confidence in an attribution', () => {
  it.each([
    [[finished(0.5)], 'high', 'the latest deployment of api, finished 30 min before it opened'],
    [[finished(1)], 'high', 'the latest deployment of api, finished 60 min before it opened'],
    [[finished(3)], 'medium', 'the latest deployment of api, finished 3 h before it opened'],
    [[finished(7)], 'low', 'the latest deployment of api, finished 7 h before it opened'],
    [
      [finished(0.1), finished(0.9)],
      'medium',
      'the latest deployment of api, finished 6 min before it opened; 1 other competes',
    ],
    [[finished(0.1), finished(1.1)], 'high', 'the latest deployment of api, finished 6 min before it opened'],
    [
      [finished(3), finished(2, { service: 'db' }), finished(1, { service: 'db' })],
      'low',
      'the latest deployment of api, finished 3 h before it opened; 2 others compete',
    ],
    [
      [finished(0.5, { rolledBackMs: opened - 1 })],
      'medium',
      'the latest deployment of api, finished 30 min before it opened; it had been taken back by then',
    ],
    [
      [finished(0.5, { rolledBackMs: opened + 1 })],
      'high',
      'the latest deployment of api, finished 30 min before it opened',
    ],
    [
      [finished(0.5, { service: 'db' })],
      'medium',
      'the latest deployment of db, which api depends on, finished 30 min before it opened',
    ],
  ])('falls with distance, competition, a detour and a rollback: %#', (candidates, confidence, reason) => {
    expect(attribute(candidates, ['db'])).toMatchObject({ confidence, reason });
  });
});

describe('an attribution', () => {
  it('is what a look at every candidate finds', () => {
    const candidate = fc.record({
      id: fc.uuid(),
      service: fc.constantFrom('api', 'db'),
      hours: fc.integer({ min: -5, max: 40 }),
    });
    const rules = fc.record({
      version: fc.constant(1),
      spanMs: fc.constantFrom(null, 6 * hour, 24 * hour),
      takesSameMoment: fc.boolean(),
      takesDependencies: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(candidate), rules, (drawn, rule) => {
        const all = drawn.map(({ hours, ...fields }) => finished(hours, fields));
        const eligible = all.filter(({ finishedMs }) => {
          const elapsed = opened - finishedMs;
          return (elapsed > 0 || (rule.takesSameMoment && elapsed === 0)) && elapsed <= (rule.spanMs ?? Infinity);
        });
        const own = eligible.filter(({ service }) => service === 'api');
        const pool = own.length > 0 ? own : rule.takesDependencies ? eligible : [];
        const latestMs = Math.max(...pool.map(({ finishedMs }) => finishedMs));
        const latest = pool.filter(({ finishedMs }) => finishedMs === latestMs).map(({ id }) => id);
        expect(attribute(all, ['db'], rule).deployment).toBe(latest.sort().at(-1) ?? null);
      }),
    );
  });
});
