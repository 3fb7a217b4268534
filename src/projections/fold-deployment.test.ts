import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeploymentData, DeploymentFact } from '../domain/facts/deployment.ts';
import { instant } from '../domain/instant.ts';
import { foldDeployment, type Placed } from './fold-deployment.ts';

const hour = 3_600_000;
const recordedAt = '2026-01-01T00:00:00Z';

function recorded(data: Partial<DeploymentData> = {}, atMs = 10 * hour): DeploymentFact {
  return {
    data: {
      deployment: 'd1',
      environment: 'production',
      service: 'api',
      status: 'in-progress',
      strategy: 'canary',
      version: '1',
      ...data,
    },
    occurredAt: instant(atMs),
    recordedAt,
    source: 'cli',
    type: 'deployment.recorded',
    v: 1,
  };
}

function envelope(atMs: number) {
  return { occurredAt: instant(atMs), recordedAt, source: 'cli', v: 1 } as const;
}

const report = fc
  .record({
    atMs: fc.integer({ min: 8, max: 16 }).map((h) => h * hour),
    kind: fc.constantFrom(
      'advanced',
      'success',
      'failure',
      'partial',
      'cancelled',
      'abandoned',
      'shipped',
      'corrected',
    ),
    percentage: fc.integer({ min: 0, max: 100 }),
    seal: fc.base64String({ minLength: 8, maxLength: 8 }),
  })
  .map(({ atMs, kind, percentage, seal }): DeploymentFact => {
    const message = { sealed: seal };
    switch (kind) {
      case 'advanced':
        return {
          data: { deployment: 'd1', message, progress: { percentage } },
          ...envelope(atMs),
          type: 'deployment.advanced',
        };
      case 'abandoned':
        return {
          data: { deployment: 'd1', lastHeardAt: instant(atMs - hour) },
          ...envelope(atMs),
          type: 'deployment.abandoned',
        };
      case 'shipped':
        return {
          data: { commits: [{ committedAt: instant(atMs), sha: 'abcd' }], deployment: 'd1' },
          ...envelope(atMs),
          type: 'deployment.shipped',
        };
      case 'corrected':
        return {
          data: { deployment: 'd1', reason: message, set: { version: `2.${percentage}` } },
          ...envelope(atMs),
          type: 'deployment.corrected',
        };
      case 'success':
      case 'failure':
      case 'partial':
      case 'cancelled':
        return { data: { deployment: 'd1', message, status: kind }, ...envelope(atMs), type: 'deployment.finished' };
    }
    throw new Error(kind);
  });

describe('folding the facts about a deployment', () => {
  it('gives the same state in any order of arrival', () => {
    const arrivals = fc
      .array(report, { maxLength: 7 })
      .map((reports) => [recorded(), ...reports].map((fact, index): Placed<DeploymentFact> => ({ index, fact })))
      .chain((facts) => fc.tuple(fc.constant(facts), fc.shuffledSubarray(facts, { minLength: facts.length })));
    fc.assert(
      fc.property(arrivals, ([facts, shuffled]) => {
        expect(foldDeployment(shuffled)).toEqual(foldDeployment(facts));
      }),
      { numRuns: 500 },
    );
  });

  it('knows nothing of a deployment that only reports speak of', () => {
    const finished: DeploymentFact = {
      data: { deployment: 'd1', status: 'success' },
      ...envelope(hour),
      type: 'deployment.finished',
    };
    expect(foldDeployment([{ index: 0, fact: finished }])).toBeUndefined();
  });

  it('lets a correction of the status outweigh what was reported, without a dispute', () => {
    const facts: DeploymentFact[] = [
      recorded({ status: 'success' }),
      { data: { deployment: 'd1', status: 'failure' }, ...envelope(11 * hour), type: 'deployment.finished' },
      {
        data: { deployment: 'd1', reason: { sealed: 'x' }, set: { status: 'partial' } },
        ...envelope(12 * hour),
        type: 'deployment.corrected',
      },
    ];
    const state = foldDeployment(facts.map((fact, index) => ({ index, fact })));
    expect(state).toMatchObject({ outcome: 'partial', disputed: false });
  });

  it('remembers where the opening of the latest message is', () => {
    const facts: DeploymentFact[] = [
      recorded({ message: { sealed: 'a' } }),
      { data: { deployment: 'd1', message: { sealed: 'b' } }, ...envelope(11 * hour), type: 'deployment.advanced' },
    ];
    expect(foldDeployment(facts.map((fact, index) => ({ index: index + 7, fact })))?.sealed).toEqual({
      message: [8, '/data/message'],
    });
  });

  it('has the place of its start while it is under way and of its finish afterwards', () => {
    expect(foldDeployment([{ index: 0, fact: recorded({ startedAt: instant(9 * hour) }) }])?.atMs).toBe(9 * hour);
    const done = recorded({ status: 'success', startedAt: instant(9 * hour) });
    expect(foldDeployment([{ index: 0, fact: done }])?.atMs).toBe(10 * hour);
  });
});
