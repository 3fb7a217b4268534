import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canonicalize } from '../src/ledger/canonical-json.ts';
import { decodeFact, encodeFact } from '../src/ledger/fact-bytes.ts';
import { sealedPaths } from '../src/ledger/sealing.ts';
import { foldDeployment } from '../src/projections/fold-deployment.ts';
import { decideOn, knowing, sealedFacts } from './support/decisions.ts';

/** The bytes of a fact are for ever: these files were written once and are never changed, only added to. */
const vectors = join(import.meta.dirname, 'vectors', 'facts');

const known = knowing({
  deployment: (id) =>
    id === 'd1'
      ? {
          service: 'api',
          environment: 'production',
          strategy: 'canary',
          outcome: 'in-progress',
          finishedMs: null,
          lastHeardMs: Date.UTC(2026, 0, 15, 10),
        }
      : undefined,
  incident: (id) => id === 'INC-7',
});

const claims: Record<string, unknown> = {
  'deployment.recorded': {
    type: 'deployment',
    id: 'd9',
    service: 'api',
    version: '2.3.0',
    environment: 'production',
    strategy: 'canary',
    status: 'in-progress',
    startedAt: '2026-01-15T10:00:00.250Z',
    region: 'eu-west-1',
    cluster: 'k8s-1',
    replicas: 5,
    kind: 'application',
    initiator: 'Ann',
    approvedBy: ['Bob', 'Zoë 🚀'],
    parentId: 'd0',
    previousVersion: '2.2.9',
    planned: false,
    remediates: ['INC-7'],
    changeId: 'CHG-1234',
    artifact: 'sha256:0a',
    commit: 'ABCDEF',
    progress: { stage: 'first', percentage: 12.5 },
    window: '02:00-04:00 UTC',
    downtimeExpected: true,
    message: 'line 1\nline "2"',
    metadata: { b: 1, a: [true, null] },
  },
  'deployment.recorded (variants)': {
    type: 'deployment',
    id: 'd2',
    service: 'api',
    version: '2.3.0',
    environment: 'production',
    strategy: 'a-b-test',
    progress: { variants: { red: 40, '10': 30, '9': 30 } },
  },
  'deployment.shipped': {
    type: 'deployment',
    id: 'd3',
    service: 'api',
    version: '2.3.1',
    environment: 'production',
    commits: [{ sha: 'abcdef', committedAt: '2026-01-14' }],
  },
  'deployment.advanced': {
    type: 'deployment-status',
    deployment: 'd1',
    percentage: 50,
    stage: 'half',
    message: 'going well',
  },
  'deployment.finished': { type: 'deployment-status', deployment: 'd1', status: 'failure', at: '2026-01-15T11:00:00Z' },
  'deployment.abandoned': { type: 'deployment-status', deployment: 'd1', status: 'abandoned' },
  'deployment.corrected': {
    type: 'correction',
    deployment: 'd1',
    set: { version: '2.3.1', initiator: 'Eve', approvedBy: ['Bob'], startedAt: '2026-01-15T09:00:00Z' },
    reason: 'a typing error',
  },
  'rollback.recorded': {
    type: 'rollback',
    id: 'r1',
    service: 'api',
    environment: 'production',
    fromVersion: '2.3.0',
    toVersion: '2.2.9',
    reason: 'Memory leak',
    reasonCode: 'performance',
    trigger: 'incident',
    deployment: 'd1',
    carriedOutBy: 'd4',
    region: 'eu-west-1',
    initiator: 'Ann',
    impact: ['web', 'shop'],
  },
  'incident.opened': {
    type: 'incident',
    id: 'INC-8',
    service: 'api',
    severity: 'critical',
    title: 'Checkout is down',
    openedAt: '2026-01-15T10:30:00Z',
    resolvedAt: '2026-01-15T11:30:00Z',
    causedBy: 'd1',
  },
  'incident.attributed': { type: 'incident-attribution', incident: 'INC-7', deployment: 'd1', initiator: 'Ann' },
  'incident.resolved': { type: 'incident-resolution', incident: 'INC-7', at: '2026-01-15T11:30:00Z' },
  'service.registered': {
    type: 'service',
    name: 'api',
    serviceType: 'microservice',
    dependsOn: ['db'],
    owners: ['team-a'],
    repository: 'https://example.com/api.git',
    healthCheck: 'https://api.example.com/healthz',
    tier: '1',
  },
  'service.removed': { type: 'removal', service: 'api', environment: 'production', region: 'eu-west-1' },
  'environment.registered': { type: 'environment', name: 'prod-eu', tier: 'production', order: 60, limit: '12h' },
};

describe('the bytes of a fact', () => {
  it.each(Object.entries(claims))('of %s are those of the golden file', (name, claim) => {
    const bytes = sealedFacts(decideOn(claim, known)).map((fact) => Buffer.from(encodeFact(fact)).toString());
    const file = join(vectors, `${name.replaceAll(/[^a-z.]+/g, '-').replace(/-$/, '')}.v1.jsonl`);
    if (!existsSync(file) && process.env['WRITE_GOLDEN_FILES'] === '1') writeFileSync(file, `${bytes.join('\n')}\n`);
    expect(`${bytes.join('\n')}\n`).toBe(readFileSync(file, 'utf8'));
  });

  it.each(readdirSync(vectors))('in %s are canonical and can be read and written again', (file) => {
    for (const line of readFileSync(join(vectors, file), 'utf8').trimEnd().split('\n')) {
      expect(canonicalize(JSON.parse(line))).toBe(line);
      expect(Buffer.from(encodeFact(decodeFact(Buffer.from(line)))).toString()).toBe(line);
    }
  });

  it('can still be folded, whichever version wrote them', () => {
    const line = readFileSync(join(vectors, 'deployment.recorded.v1.jsonl'), 'utf8').trimEnd();
    const fact = decodeFact(Buffer.from(line));
    if (fact.type !== 'deployment.recorded') throw new Error(`it holds ${fact.type}`);
    expect(foldDeployment([{ index: 0, fact }])).toMatchObject({ id: 'd9', outcome: 'in-progress', replicas: 5 });
    expect(sealedPaths(fact)).toEqual([
      '/data/approvedBy/0',
      '/data/approvedBy/1',
      '/data/initiator',
      '/data/message',
      '/data/metadata',
    ]);
  });
});
