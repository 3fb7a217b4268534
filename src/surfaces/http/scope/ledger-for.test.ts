import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';
import { type Caller, loopbackCaller } from '../door/caller.ts';

let caller: Caller;
let http: HttpTest;
const person = { initiator: 'Ann Example', approvedBy: ['Bob Example'] };

beforeEach(async () => {
  caller = loopbackCaller;
  http = await openHttpTest({ door: { admit: async () => caller } });
  for (const service of ['api', 'web']) {
    for (const environment of ['staging', 'production']) {
      const id = `${service}-${environment}`;
      const claim = { type: 'deployment', id, service, environment, version: '1', ...person };
      await http.ledger.record(claim, { source: 'test' });
    }
    await http.ledger.record({ type: 'incident', id: `INC-${service}`, service }, { source: 'test' });
  }
});

function become(limits: Partial<Caller>): void {
  caller = { ...loopbackCaller, role: 'deployer', name: 'ci', token: 't1', ...limits };
}

const status = async (path: string) => (await http.get(`/api/v1${path}`)).status;
const write = async (path: string, body: unknown) => (await http.post(`/api/v1${path}`, body)).status;

async function ids(path: string): Promise<unknown[]> {
  const answer = await http.get(`/api/v1${path}`);
  expect(answer.status, path).toBe(200);
  const { items } = (await answer.json()) as { items: { id: string; name?: string; service?: string }[] };
  return items.map((item) => item.id ?? item.name ?? item.service);
}

describe('a token with limits', () => {
  it('records what lies within them and nothing else', async () => {
    become({ services: ['api'], environments: ['staging'] });
    const deployment = { service: 'api', environment: 'staging', version: '2' };
    expect(await write('/deployments', deployment)).toBe(201);
    expect(await write('/deployments', { ...deployment, service: 'web' })).toBe(403);
    expect(await write('/deployments', { ...deployment, environment: 'production' })).toBe(403);
    expect(await write('/deployments', { ...deployment, remediates: ['INC-web'] })).toBe(403);
    expect(await write('/deployments/api-staging/status', { message: 'on' })).toBe(201);
    expect(await write('/deployments/web-staging/status', { message: 'on' })).toBe(403);
    expect(await write('/deployments/none/status', { message: 'on' })).toBe(404);
    const correction = { set: { environment: 'production' }, reason: 'typo' };
    expect(await write('/deployments/api-staging/correction', correction)).toBe(403);
    expect(await write('/incidents/INC-web/resolution', {})).toBe(403);
    expect(await write('/rollbacks', { service: 'api', fromVersion: '2', toVersion: '1', reason: 'x' })).toBe(403);
    expect(await write('/services', { name: 'web' })).toBe(403);
    expect(await write('/environments', { name: 'qa' })).toBe(403);
    expect(await write('/removals', { service: 'api', environment: 'production' })).toBe(403);
  });

  it('keeps the order of a batch in which lines refer to lines before them', async () => {
    become({ services: ['api'] });
    const lines = [
      { type: 'deployment', id: 'new', service: 'api', environment: 'staging', version: '3', status: 'in-progress' },
      { type: 'deployment-status', deployment: 'new', status: 'success' },
      { type: 'deployment-status', deployment: 'web-staging', status: 'failure' },
      { type: 'deployment', service: 'api', environment: 'staging', version: '4' },
    ];
    const body = lines.map((line) => JSON.stringify(line)).join('\n');
    const headers = { 'content-type': 'application/x-ndjson' };
    const answer = await http.request('/api/v1/batch', { method: 'POST', headers, body });
    const results = (await answer.text())
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { index?: number; code?: string });
    expect(results).toMatchObject([{ index: 6 }, { index: 7 }, { code: 'forbidden' }, { index: 8 }]);
  });

  it('reads what lies within them', async () => {
    become({ services: ['api'], environments: ['staging'] });
    expect(await ids('/deployments')).toEqual(['api-staging']);
    expect(await ids('/timeline')).toEqual(['api-staging']);
    expect(await ids('/incidents')).toEqual([]);
    expect(await ids('/running')).toEqual(['api']);
    expect(await ids('/services')).toEqual(['api']);
    expect(await ids('/environments')).toEqual(['staging']);
    expect(await status('/deployments/api-staging')).toBe(200);
    expect(await status('/deployments/api-staging/proof')).toBe(200);
    expect(await status('/metrics')).toBe(200);
    for (const path of [
      '/deployments?service=web',
      '/deployments/web-staging',
      '/deployments/web-staging/facts',
      '/deployments/web-staging/proof',
      '/incidents/INC-web',
      '/timeline?environment=production',
      '/changes?from=0&service=web',
      '/metrics?service=web',
      '/health?environment=production',
      '/analysis/dependencies',
      '/diff?a=staging&b=production',
    ]) {
      expect(await status(path), path).toBe(403);
    }
    expect(await status('/services/web')).toBe(404);
  });

  it('has to say which of several it means, and is told its limits only', async () => {
    become({ services: ['api', 'shop'] });
    const answer = await http.get('/api/v1/deployments');
    expect(await answer.json()).toMatchObject({ status: 403, field: 'service', hint: 'one of: api, shop' });
    const foreign = await (await http.get('/api/v1/deployments/web-staging')).text();
    expect(foreign).toContain('limited to the services api, shop');
    expect(foreign).not.toContain('web');
  });

  it('may do nothing that nobody has thought about', async () => {
    const { ledgerFor } = await import('./ledger-for.ts');
    const limited = ledgerFor(http.ledger, { ...caller, services: ['api'] });
    expect(() => limited.exportTiles()).toThrow('without limits');
    expect(() => limited.tokens()).toThrow('without limits');
  });
});

describe('the names of persons', () => {
  it('are withheld from viewers and deployers, who see that there are some', async () => {
    for (const role of ['viewer', 'deployer'] as const) {
      become({ role });
      for (const path of ['/deployments', '/deployments/api-staging', '/timeline', '/changes?from=0']) {
        const text = await (await http.get(`/api/v1${path}`)).text();
        expect(text, path).not.toContain('Example');
        expect(text, path).toContain('"approvedBy":["(withheld)"]');
      }
      expect(await status('/deployments?initiator=Ann%20Example')).toBe(403);
    }
  });

  it('are shown to auditors', async () => {
    become({ role: 'auditor' });
    expect(await (await http.get('/api/v1/deployments')).text()).toContain('Ann Example');
    expect(await ids('/deployments?initiator=Ann%20Example&limit=1')).toHaveLength(1);
  });
});
