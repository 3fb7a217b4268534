import { describe, expect, it } from 'vitest';
import { decideOn, knowing, noon } from '../../../test/support/decisions.ts';
import type { KnownDeployment } from './context.ts';

const underWay: KnownDeployment = {
  service: 'api',
  environment: 'production',
  strategy: 'rolling',
  outcome: 'in-progress',
  finishedMs: null,
  lastHeardMs: noon,
};
const warningsOf = (set: object, known: Partial<KnownDeployment> = {}) =>
  decideOn(
    { type: 'correction', deployment: 'd1', set, reason: 'a slip' },
    knowing({ deployment: () => ({ ...underWay, ...known }) }),
  ).warnings;

describe('a correction that says that a deployment ended', () => {
  it('is taken, with a warning when nobody said when that was', () => {
    const warning = [
      'nobody said when it ended in success, which metrics need to know; say so with: deploy-ledger correct-deployment d1 --set completed=TIME',
    ];
    expect(warningsOf({ status: 'success' })).toEqual(warning);
    expect(warningsOf({ status: 'success' }, { outcome: 'abandoned', finishedMs: noon })).toEqual(warning);
  });

  it('needs no warning when it or an earlier report says when, or when it says that it did not end', () => {
    expect(warningsOf({ status: 'success', finishedAt: '2026-01-15T11:00:00Z' })).toEqual([]);
    expect(warningsOf({ status: 'success' }, { outcome: 'failure', finishedMs: noon })).toEqual([]);
    expect(warningsOf({ status: 'abandoned' })).toEqual([]);
    expect(warningsOf({ status: 'in-progress' })).toEqual([]);
    expect(warningsOf({ version: '2' })).toEqual([]);
  });
});
