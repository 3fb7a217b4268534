import { openLedger } from '../../src/main/open-ledger.ts';
import { demoFleet } from '../../src/sources/demo/fleet.ts';
import { noon } from './decisions.ts';

const production = { service: 'api', environment: 'production' };

/** Claims that between them fill every field that there is. */
const everything: readonly object[] = [
  {
    type: 'service',
    name: 'api',
    serviceType: 'microservice',
    dependsOn: ['db'],
    owners: ['team-a'],
    repository: 'https://example.com/api.git',
    healthCheck: 'https://api.example.com/healthz',
    tier: '1',
  },
  { type: 'environment', name: 'prod-eu', tier: 'production', order: 60, limit: '12h' },
  { type: 'deployment', id: 'd0', ...production, version: '2.2.9', region: 'eu', finishedAt: '2026-01-14T09:00:00Z' },
  {
    type: 'deployment',
    id: 'd1',
    ...production,
    version: '2.3.0',
    strategy: 'canary',
    status: 'success',
    startedAt: '2026-01-15T09:00:00Z',
    finishedAt: '2026-01-15T10:00:00Z',
    region: 'eu',
    cluster: 'k8s-1',
    replicas: 5,
    kind: 'application',
    initiator: 'Ann',
    approvedBy: ['Bob', 'Zoë'],
    parentId: 'd9',
    previousVersion: '2.2.9',
    planned: false,
    remediates: ['INC-7'],
    changeId: 'CHG-1234',
    artifact: 'sha256:0a',
    commit: 'abcdef',
    commits: [{ sha: 'abcdef', committedAt: '2026-01-14' }],
    progress: { stage: 'first', percentage: 12.5 },
    window: '02:00-04:00 UTC',
    downtimeExpected: true,
    message: 'with care',
    metadata: { ticket: 1 },
    idempotencyKey: 'one of its own',
  },
  {
    type: 'rollback',
    id: 'r1',
    ...production,
    fromVersion: '2.3.0',
    toVersion: '2.2.9',
    reason: 'Memory leak',
    reasonCode: 'performance',
    trigger: 'incident',
    deployment: 'd1',
    carriedOutBy: 'd4',
    region: 'eu',
    initiator: 'Ann',
    impact: ['web'],
    at: '2026-01-15T10:30:00Z',
  },
  {
    type: 'incident',
    id: 'i1',
    ...production,
    openedAt: '2026-01-15T10:10:00Z',
    resolvedAt: '2026-01-15T11:00:00Z',
    causedBy: 'd1',
  },
  { type: 'correction', deployment: 'd1', set: { version: '2.3.1' }, reason: 'a slip' },
  { type: 'removal', ...production, region: 'eu', at: '2026-01-15T11:30:00Z' },
  { type: 'deployment', ...production, version: '3', initiator: 'Eve Erased', message: 'by Eve Erased' },
];

/** Records a ledger of some 600 facts in which there is something of everything, with several checkpoints and an erasure. */
export async function recordWhole(database: string, keyDir: string): Promise<void> {
  const ledger = await openLedger({ database, keyDir, create: true });
  const claims = [...everything, ...[...demoFleet({ seed: 'whole', nowMs: noon })].slice(0, 480)];
  for (let from = 0; from < claims.length; from += 40) {
    const batch = claims.slice(from, from + 40);
    await Promise.all(batch.map((claim) => ledger.record(claim, { source: 'test', newEnvironments: true })));
    if (from % 120 === 0) await ledger.checkpoint();
  }
  await ledger.eraseActor('Eve Erased', { aliases: [], dryRun: false });
  await ledger.record({ type: 'deployment', ...production, version: '4' }, { source: 'test', sign: true });
  await ledger.close();
}
