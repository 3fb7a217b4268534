import { expect, it } from 'vitest';
import { openTestLedger } from '../../../test/support/test-ledger.ts';
import { readPublished } from '../publish/published-fact.ts';
import { cdEventOf } from './cd-event.ts';

type Claim = Readonly<Record<string, unknown>>;

const place = { service: 'api', environment: 'production' };

/** What these claims lead to: of each fact its type in CDEvents, or nothing. */
async function eventsOf(...claims: readonly Claim[]) {
  const { store, record } = await openTestLedger(Date.parse('2026-01-01T00:00:00Z'));
  await record(...claims);
  const facts = await readPublished(store, 0, (await store.head()).size);
  return Promise.all(facts.map((fact) => cdEventOf(fact, 'test.example/log', store)));
}

it('words a deployment when it is known to have succeeded, with what it put there', async () => {
  const events = await eventsOf(
    { type: 'deployment', ...place, id: 'd1', version: '1', status: 'in-progress' },
    { type: 'deployment-status', deployment: 'd1', status: 'success' },
    { type: 'deployment', ...place, version: '2', artifact: `sha256:${'a'.repeat(64)}` },
    { type: 'deployment', ...place, version: '3', status: 'failure' },
  );
  expect(events.map((event) => event?.type)).toEqual([
    undefined,
    'dev.cdevents.service.deployed.0.2.0',
    'dev.cdevents.service.upgraded.0.2.0',
    undefined,
  ]);
  expect(events[1]).toMatchObject({
    specversion: '1.0',
    id: '1',
    source: 'test.example/log',
    subject: 'api',
    data: {
      context: { version: '0.4.1', id: '1', source: 'test.example/log', type: 'dev.cdevents.service.deployed.0.2.0' },
      subject: {
        id: 'api',
        type: 'service',
        content: { environment: { id: 'production' }, artifactId: 'pkg:generic/api@1' },
      },
    },
  });
  expect(JSON.stringify(events[2]?.data)).toContain(`"artifactId":"pkg:oci/api@sha256%3A${'a'.repeat(64)}"`);
});

it('words rollbacks, removals, incidents and environments', async () => {
  const events = await eventsOf(
    { type: 'rollback', ...place, fromVersion: '2', toVersion: '1', reason: 'slow' },
    { type: 'incident', ...place, id: 'INC-7', severity: 'critical', openedAt: '2026-01-01T00:00:00Z' },
    { type: 'incident-resolution', incident: 'INC-7', at: '2026-01-01T01:00:00Z' },
    { type: 'environment', name: 'qa', tier: 'staging' },
    { type: 'environment', name: 'qa', tier: 'testing' },
    { type: 'service', name: 'api' },
  );
  expect(events.map((event) => event?.type)).toEqual([
    'dev.cdevents.service.rolledback.0.2.0',
    'dev.cdevents.incident.detected.0.2.0',
    'dev.cdevents.incident.resolved.0.2.0',
    'dev.cdevents.environment.created.0.2.0',
    'dev.cdevents.environment.modified.0.2.0',
    undefined,
  ]);
});
