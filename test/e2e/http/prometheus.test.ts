import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricNamesIn, Prometheus } from '../../support/prometheus.ts';
import { type StartedServer, startServer } from '../../support/server.ts';
import { isMissing } from '../../support/system-programs.ts';

const deploy = join(import.meta.dirname, '..', '..', '..', 'deploy');
const dashboardFile = join(deploy, 'grafana', 'deploy-ledger.json');
const ruleFiles = ['recording-rules.yml', 'alert-rules.yml'].map((name) => join(deploy, 'prometheus', name));
const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

let server: StartedServer;
beforeAll(async () => {
  server = await startServer({ environment: { DEPLOY_LEDGER_COMPAT_METRICS: 'true' } });
  await fill();
});
afterAll(() => server.remove());

/** At least one sample of every metric. */
async function fill(): Promise<void> {
  const place = { service: 'api', environment: 'production' };
  const commits = [{ sha: 'abcdef0', committedAt: hoursAgo(9) }];
  await server.post('/api/v1/deployments', { ...place, version: '1', finishedAt: hoursAgo(8) });
  const times = { startedAt: hoursAgo(5), finishedAt: hoursAgo(4) };
  await server.post('/api/v1/deployments', { ...place, version: '2', ...times, commits });
  const rollback = { ...place, fromVersion: '2', toVersion: '1', reason: 'slow "as ever"', at: hoursAgo(3) };
  await server.post('/api/v1/rollbacks', rollback);
  await server.post('/webhooks/generic', {});
}

describe.skipIf(isMissing('promtool'))('Prometheus', () => {
  it('finds nothing to object to in the metrics, the rules and the configuration', async () => {
    const metrics = await (await server.get('/metrics')).text();
    const check = (args: readonly string[], input = '') => spawnSync('promtool', args, { input, encoding: 'utf8' });
    const checks = [
      check(['check', 'metrics'], metrics),
      check(['check', 'rules', ...ruleFiles]),
      check(['check', 'config', join(deploy, 'prometheus', 'prometheus.yml')]),
      check(['test', 'rules', join(deploy, 'prometheus', 'alert-rules.test.yml')]),
    ];
    for (const { status, stdout, stderr } of checks) expect([status, stderr], stdout + stderr).toEqual([0, '']);
  });

  it('scrapes a server, evaluates every rule, and answers every question of the dashboard', async () => {
    const prometheus = await Prometheus.start(server.url, ruleFiles);
    try {
      const ran = await prometheus.until('deploy_ledger_running_info', (found) => found.length > 0);
      expect(ran).toMatchObject([{ metric: { service: 'api', environment: 'production', version: '1' } }]);
      const size = async () => Number((await prometheus.query('deploy_ledger_log_size'))[0]?.value[1]);
      const before = await size();
      const fresh = { service: 'web', environment: 'staging', version: '7', status: 'failure' };
      await server.post('/api/v1/deployments', fresh);
      await prometheus.until(
        'deploy_ledger_deployments_total{service="web",status="failure"}',
        ([one]) => one !== undefined,
      );
      expect(await size()).toBe(before + 1);
      const asked = questions().map(async (expression) => prometheus.query(expression));
      expect((await Promise.all(asked)).length).toBeGreaterThan(20);
      while ((await prometheus.rules()).some(({ health }) => health === 'unknown'));
      const failed = (await prometheus.rules()).filter(({ health }) => health !== 'ok');
      expect(failed).toEqual([]);
    } finally {
      await prometheus.stop();
    }
  });
});

it('The dashboard and the rules speak of no metric that the server does not have', async () => {
  const samples = (await (await server.get('/metrics')).text()).split('\n').filter((line) => !line.startsWith('#'));
  const has = (name: string) => samples.some((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`));
  const names = [dashboardFile, ...ruleFiles].flatMap(metricNamesIn);
  expect(names.length).toBeGreaterThan(20);
  // It is there when something was folded.
  expect(names.filter((name) => !has(name) && name !== 'deploy_ledger_series_folded')).toEqual([]);
  for (const name of ['deployment_total', 'deployment_success_rate']) expect(has(name), name).toBe(true);
});

interface Dashboard {
  readonly panels: readonly { readonly targets?: readonly { readonly expr: string }[] }[];
  readonly annotations: { readonly list: readonly { readonly expr: string }[] };
}

/** Every expression of the dashboard, with what Grafana puts into it. */
function questions(): string[] {
  const { panels, annotations }: Dashboard = JSON.parse(readFileSync(dashboardFile, 'utf8'));
  const expressions = [...panels.flatMap(({ targets = [] }) => targets), ...annotations.list].map(({ expr }) => expr);
  const values = { $service: '.*', $environment: '.*', $__range: '1h', $__rate_interval: '1m' };
  return expressions.map((expression) =>
    Object.entries(values).reduce((text, [name, value]) => text.replaceAll(name, value), expression),
  );
}
