import type { Change } from '../../src/analysis/change.ts';

/** A change that went well, except for what the test is about. */
export function aChange(fields: Partial<Change> = {}): Change {
  return {
    id: 'deploy-1',
    service: 'api',
    environment: 'production',
    region: '',
    version: '1.0.0',
    previousVersion: null,
    strategy: 'rolling',
    kind: 'application',
    status: 'success',
    startedMs: 0,
    finishedMs: 60_000,
    initiator: null,
    commitCount: 0,
    planned: null,
    failed: false,
    recoveredMs: null,
    ...fields,
  };
}
