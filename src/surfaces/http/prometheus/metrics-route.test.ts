import { beforeEach, describe, expect, it } from 'vitest';
import { scratchFolder } from '../../../../test/contract/scratch-folder.ts';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';

let http: HttpTest;
const record = (claim: object) => http.ledger.record(claim, { source: 'test' });
const deployed = (more: object) =>
  record({ type: 'deployment', service: 'api', version: '1', environment: 'production', ...more });
const scrape = async () => (await http.get('/metrics')).text();

beforeEach(async () => {
  http = await openHttpTest();
});

describe('the metrics for Prometheus', () => {
  it('count a deployment by the first final status that was known, and never again', async () => {
    const { id } = await deployed({ status: 'in-progress' });
    expect(await scrape()).not.toContain('deployments_total{');
    await record({ type: 'deployment-status', deployment: id, status: 'failure' });
    await record({ type: 'deployment-status', deployment: id, status: 'success' });
    await deployed({ version: '2' });
    const counted = [
      'deploy_ledger_deployments_total{service="api",environment="production",strategy="rolling",status="failure"} 1',
      'deploy_ledger_deployments_total{service="api",environment="production",strategy="rolling",status="success"} 1',
    ];
    for (const line of counted) expect(await scrape()).toContain(line);
  });

  it('come to the same whether they followed the log or counted it at once', async () => {
    const lines = (text: string) =>
      text
        .split('\n')
        .filter((line) => /^deploy_ledger_(deployment|rollback|lead)/.test(line))
        .sort();
    const folder = scratchFolder();
    http = await openHttpTest({ folder });
    await scrape();
    const commits = [{ sha: 'abcdef0', committedAt: '2026-01-01T00:00:00Z' }];
    await deployed({ version: '1', finishedAt: '2026-01-01T10:00:00Z' });
    await deployed({ version: '2', startedAt: '2026-01-02T09:50:00Z', finishedAt: '2026-01-02T10:00:00Z', commits });
    await record({
      type: 'rollback',
      service: 'api',
      fromVersion: '2',
      toVersion: '1',
      reason: 'slow',
      reasonCode: 'performance',
    });
    const followed = await scrape();
    expect(followed).toContain(
      'deploy_ledger_deployment_duration_seconds_sum{service="api",environment="production"} 600',
    );
    expect(followed).toContain('deploy_ledger_lead_time_seconds_count{service="api",environment="production"} 1');
    expect(followed).toContain('reason_code="performance"} 1');
    const again = await openHttpTest({ folder });
    expect(lines(await (await again.get('/metrics')).text())).toEqual(lines(followed));
  });

  it('escape names', async () => {
    await deployed({ service: 'a"b\\c' });
    expect(await scrape()).toContain('service="a\\"b\\\\c"');
  });

  it('tell how long requests took by operation', async () => {
    await http.get('/api/v1/deployments/none');
    expect(await scrape()).toContain(
      'http_request_duration_seconds_count{method="GET",operation="getDeployment",status="404"} 1',
    );
  });

  it('count what sources sent', async () => {
    await http.post('/webhooks/generic', {});
    expect(await scrape()).toContain('deploy_ledger_webhook_requests_total{source="generic",outcome="accepted"} 1');
  });

  it('have those of the original talk as well where they are switched on', async () => {
    const old = ['deployment_total{', 'deployment_success_rate{', 'deployment_mttr_seconds{'];
    const nowMs = Date.now();
    const hoursAgo = (hours: number) => new Date(nowMs - hours * 3_600_000).toISOString();
    const fill = async () => {
      await deployed({ status: 'failure', finishedAt: hoursAgo(2) });
      await deployed({ version: '2', strategy: 'canary', finishedAt: hoursAgo(1) });
      await deployed({ version: '3', finishedAt: hoursAgo(1) });
    };
    await fill();
    const without = await scrape();
    for (const name of old) expect(without).not.toContain(`\n${name}`);
    http = await openHttpTest({ settings: { compatMetrics: true } });
    await fill();
    const text = await scrape();
    expect(text).toContain('\ndeployment_total{service="api",environment="production",status="success"} 2\n');
    expect(text).toMatch(/\ndeployment_success_rate\{service="api",environment="production"\} 66\.6+\d\n/);
    expect(text).toContain('\ndeployment_mttr_seconds{service="api",environment="production"} 3600\n');
  });
});

describe('a metric with too many series', () => {
  const services = Array.from({ length: 30 }, (_, i) => `s${i}`);
  const counted = (text: string) =>
    [...text.matchAll(/^deploy_ledger_deployments_total\{service="([^"]+)".* (\d+)$/gm)].map(
      ([, service, count]) => [service, Number(count)] as const,
    );

  it('has the rest folded into one, which never falls whichever of them grows', async () => {
    http = await openHttpTest({ settings: { maxSeries: 20 } });
    for (const service of services) await deployed({ service });
    const before = new Map(counted(await scrape()));
    expect([...before.keys()]).toEqual([...services.slice(0, 19), 'other']);
    expect(before.get('other')).toBe(11);
    for (let version = 2; version < 5; version++) await deployed({ service: 's29', version: String(version) });
    const after = await scrape();
    expect(new Map(counted(after))).toEqual(new Map([...before, ['other', 14]]));
    expect(after).toContain('deploy_ledger_series_folded{metric="deploy_ledger_deployments_total"} 11');
  });

  it('is the same for a process that counts all over again', async () => {
    const folder = scratchFolder();
    const settings = { maxSeries: 20 };
    http = await openHttpTest({ folder, settings });
    await scrape();
    for (const service of services.toReversed()) await deployed({ service });
    const followed = counted(await scrape());
    http = await openHttpTest({ folder, settings });
    expect(counted(await scrape())).toEqual(followed);
  });
});
