import { beforeEach, describe, expect, it } from 'vitest';
import { openWebhookTest, type WebhookTest } from '../../../test/support/webhook-test.ts';

let http: WebhookTest;
beforeEach(async () => {
  const rules = [
    { alertname: 'Noise', ignore: true },
    { job: 'node', service: 'fleet', environment: 'staging' },
  ];
  http = await openWebhookTest({ alertmanager: { rules }, pagerduty: { secrets: ['secret'] } });
});

const incidents = async () => (await http.ledger.incidents({})).items;

describe('Alertmanager', () => {
  const alert = (status: string, labels: Readonly<Record<string, string>> = {}, startsAt = '2026-01-15T10:30:00Z') => ({
    status,
    labels: { alertname: 'ManyErrors', service: 'shop', environment: 'production', severity: 'page', ...labels },
    annotations: { summary: 'Checkout answers with errors' },
    startsAt,
    endsAt: status === 'resolved' ? '2026-01-15T11:00:00Z' : '0001-01-01T00:00:00Z',
    fingerprint: labels['fingerprint'] ?? '9f2a1c4e7b3d5a60',
  });
  const send = (...alerts: readonly object[]) => http.send('alertmanager', { version: '4', status: 'firing', alerts });

  it('opens an incident once, however often it repeats itself, and resolves it', async () => {
    await send(alert('firing'));
    await send(alert('firing'), alert('firing'));
    expect(await incidents()).toMatchObject([
      { service: 'shop', environment: 'production', severity: 'critical', resolvedAt: null },
    ]);
    await send(alert('resolved'));
    await send(alert('resolved'));
    expect(await incidents()).toMatchObject([
      { openedAt: '2026-01-15T10:30:00Z', resolvedAt: '2026-01-15T11:00:00Z', title: 'Checkout answers with errors' },
    ]);
  });

  it('tells of the whole incident when only its end arrives, and of another one when it fires again', async () => {
    await send(alert('resolved'), alert('firing', {}, '2026-01-15T12:00:00Z'));
    expect((await incidents()).map(({ resolvedAt }) => resolvedAt)).toEqual([null, '2026-01-15T11:00:00Z']);
  });

  it('ignores alerts of no service and those that a rule leaves out, one by one', async () => {
    const { state, events } = await send(
      { ...alert('firing'), labels: { alertname: 'Disk' } },
      alert('firing', { alertname: 'Noise' }),
      { ...alert('firing'), labels: { alertname: 'Cpu', job: 'node' } },
    );
    expect(state).toBe('recorded');
    expect(events.map(({ ignored }) => ignored !== null)).toEqual([true, true, false]);
    expect(await incidents()).toMatchObject([{ service: 'fleet', environment: 'staging' }]);
  });
});

describe('PagerDuty', () => {
  const event = (event_type: string, occurred_at: string) => ({
    event: {
      id: occurred_at,
      event_type,
      resource_type: 'incident',
      occurred_at,
      data: {
        id: 'PGR0VU2',
        type: 'incident',
        created_at: '2026-01-15T10:30:22Z',
        title: 'Checkout answers with errors',
        service: { id: 'PF9KMXH', summary: 'shop' },
        priority: { summary: 'P2' },
        urgency: 'high',
      },
    },
  });
  const send = async (type: string, at: string) => {
    const body = event(type, at);
    const { schemes } = (await import('../../sources/pagerduty/pagerduty-source.ts')).pagerdutySource({});
    const headers = schemes[0]?.sign(Buffer.from(JSON.stringify(body)), 'secret', { id: '', nowMs: 0 }) ?? {};
    return http.send('pagerduty', body, headers);
  };

  it('is the same incident from its first word to its last, in any order', async () => {
    for (const [type, at] of [
      ['incident.acknowledged', '2026-01-15T10:35:00Z'],
      ['incident.resolved', '2026-01-15T11:00:00Z'],
      ['incident.triggered', '2026-01-15T10:30:22Z'],
    ] as const) {
      expect((await send(type, at)).state).toBe('recorded');
    }
    expect(await incidents()).toMatchObject([
      { id: 'pagerduty:PGR0VU2', service: 'shop', severity: 'high', resolvedAt: '2026-01-15T11:00:00Z' },
    ]);
    expect((await send('incident.annotated', '2026-01-15T11:05:00Z')).state).toBe('ignored');
  });
});

describe('CDEvents', () => {
  const event = (type: string, subject: object, id = type) => ({
    context: { version: '0.4.1', id, source: '/ci', type: `dev.cdevents.${type}`, timestamp: '2026-01-15T10:15:00Z' },
    subject: { source: '/ci', ...subject },
  });
  const content = { environment: { id: 'production' }, artifactId: 'pkg:oci/shop@sha256%3A0b31?tag=2.3.0' };
  const deployed = event('service.deployed.0.2.0', { id: 'shop', type: 'service', content });
  const envelope = (data: { context: { id: string; source: string; type: string; timestamp: string } }) => {
    const { id, source, type, timestamp } = data.context;
    return { specversion: '1.0', id, source, type, time: timestamp, data };
  };
  const running = async () => (await http.ledger.running({})).map(({ service, version }) => `${service} ${version}`);

  it.each(['0.1.0', '0.1.1', '0.2.0', '0.3.0'])('of version %s are understood', async (version) => {
    const { state } = await http.send('cdevents', event(`service.deployed.${version}`, deployed.subject));
    expect([state, await running()]).toEqual(['recorded', ['shop 2.3.0']]);
  });

  it('are one fact in whichever mode they come', async () => {
    const { context } = deployed;
    const binary = {
      'ce-id': context.id,
      'ce-source': context.source,
      'ce-type': context.type,
      'ce-specversion': '1.0',
    };
    await http.send('cdevents', deployed);
    await http.send('cdevents', envelope(deployed), { 'content-type': 'application/cloudevents+json' });
    await http.send('cloudevents', deployed, binary);
    await http.send('cloudevents', [envelope(deployed), envelope(deployed)], {
      'content-type': 'application/cloudevents-batch+json',
    });
    expect((await http.ledger.deployments({})).items).toMatchObject([
      { service: 'shop', version: '2.3.0', artifact: 'sha256:0b31', finishedAt: '2026-01-15T10:15:00Z' },
    ]);
  });

  it('tell of removals, environments and incidents, and nothing of what is no fact here', async () => {
    const subject = { id: 'INC-7', content: { service: { id: 'shop' }, environment: { id: 'production' } } };
    for (const one of [
      deployed,
      event('environment.created.0.2.0', { id: 'canary', content: { name: 'canary' } }),
      event('incident.detected.0.2.0', subject),
      event('incident.reported.0.2.0', { ...subject, content: { ...subject.content, ticketURI: 'https://x' } }),
      event('incident.resolved.0.2.0', subject),
      event('service.removed.0.2.0', { id: 'shop', content }),
    ]) {
      expect((await http.send('cdevents', one)).events).toMatchObject([{ error: null }]);
    }
    expect(await incidents()).toMatchObject([{ id: 'cdevents:/ci:INC-7', resolvedAt: '2026-01-15T10:15:00Z' }]);
    expect(await running()).toEqual([]);
    for (const type of ['service.published.0.2.0', 'service.deployed.0.4.0-draft', 'build.finished.0.2.0']) {
      expect((await http.send('cdevents', event(type, { id: 'shop', content }))).state).toBe('ignored');
    }
  });
});

describe('CloudEvents', () => {
  it('may hold any record of this program', async () => {
    const data = { type: 'deployment', service: 'shop', version: '2', environment: 'production' };
    const event = {
      specversion: '1.0',
      id: '1',
      source: '/x',
      type: 'shop.deployed',
      time: '2026-01-15T10:15:00Z',
      data,
    };
    await http.send('cloudevents', event);
    await http.send('cloudevents', event);
    expect((await http.ledger.deployments({})).items).toMatchObject([{ finishedAt: '2026-01-15T10:15:00Z' }]);
    expect((await http.send('cloudevents', { ...event, data: { a: 1 } })).state).toBe('ignored');
    expect((await http.send('cloudevents', { ...event, specversion: '0.3' })).events[0]?.error).toContain('0.3');
  });
});
