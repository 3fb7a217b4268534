import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';

let http: HttpTest;
beforeEach(async () => {
  http = await openHttpTest();
});

const api = '/api/v1';
const deployment = { service: 'api', version: '1', environment: 'production' };

type Body = { readonly id: string; readonly index: number };

async function record(path: string, body: unknown, headers = {}) {
  const answer = await http.post(`${api}${path}`, body, headers);
  return { status: answer.status, location: answer.headers.get('location'), body: (await answer.json()) as Body };
}

describe('recording', () => {
  it('answers a repetition under the same key with the first result, wherever the key stands', async () => {
    const first = await record('/deployments', deployment, { 'idempotency-key': 'run-7' });
    const again = await record('/deployments', { ...deployment, idempotencyKey: 'run-7' });
    const quoted = await record('/deployments', deployment, { 'idempotency-key': '"run-7"' });
    expect([first.status, again.status, quoted.status]).toEqual([201, 200, 200]);
    expect(again.body).toMatchObject({ id: first.body.id, index: first.body.index, duplicate: true });
    expect(again.location).toBe(first.location);
    expect(await http.ledger.size()).toBe(1);
  });

  it('refuses a key with another body, and two keys at once', async () => {
    await record('/deployments', deployment, { 'idempotency-key': 'run-7' });
    const other = await record('/deployments', { ...deployment, version: '2' }, { 'idempotency-key': 'run-7' });
    expect(other).toMatchObject({ status: 409, body: { code: 'conflict', field: 'idempotencyKey' } });
    const both = await record('/deployments', { ...deployment, idempotencyKey: 'a' }, { 'idempotency-key': 'b' });
    expect(both).toMatchObject({ status: 422, body: { field: 'idempotencyKey' } });
  });

  it('suggests the environment that was meant', async () => {
    const { status, body } = await record('/deployments', { ...deployment, environment: 'prodution' });
    expect(status).toBe(422);
    expect(body).toMatchObject({ field: 'environment', detail: expect.stringContaining('did you mean "production"?') });
  });

  it('takes records as import files have them, with their type and with nulls', async () => {
    const { status } = await record('/deployments', { type: 'deployment', ...deployment, parentId: null });
    expect(status).toBe(201);
    expect((await record('/deployments', { ...deployment, type: 'rollback' })).status).toBe(422);
  });

  it('reports on, corrects and undoes a deployment', async () => {
    const id = 'größe 1/2 %';
    const path = `/deployments/${encodeURIComponent(id)}`;
    await record('/deployments', { ...deployment, id, status: 'in-progress' });
    expect((await record(`${path}/status`, { status: 'success' })).status).toBe(201);
    expect((await record(`${path}/status`, { status: 'success', deployment: 'another' })).status).toBe(422);
    const correction = { set: { region: 'eu' }, reason: 'forgotten' };
    expect((await record(`${path}/correction`, correction)).location).toBe(`${api}${path}`);
    const rollback = await record('/rollbacks', { service: 'api', fromVersion: '1', toVersion: '0', reason: 'slow' });
    expect(await (await http.get(rollback.location ?? '')).json()).toMatchObject({ environment: 'production' });
    const shown = (await (await http.get(`${api}${path}`)).json()) as object;
    expect(shown).toMatchObject({ id, region: 'eu', status: 'rolled-back', facts: { length: 3 } });
  });

  it('records an incident, its end and its cause', async () => {
    const { body } = await record('/deployments', deployment);
    const { location } = await record('/incidents', { id: 'INC 7', service: 'api' });
    expect(location).toBe(`${api}/incidents/INC%207`);
    await record('/incidents/INC%207/resolution', {});
    await record('/incidents/INC%207/attribution', { deployment: body.id });
    const shown = await (await http.get(location ?? '')).json();
    expect(shown).toMatchObject({ resolvedAt: expect.any(String), causedBy: body.id });
    expect((await record('/incidents/none/resolution', {})).status).toBe(404);
  });

  it('registers a service of any name and says where it runs', async () => {
    const name = '支付/сервис 🚀';
    const { location } = await record('/services', { name, owners: ['team-a'] });
    await record('/deployments', { ...deployment, service: name });
    expect(await (await http.get(location ?? '')).json()).toMatchObject({ name, running: [{ version: '1' }] });
    await record('/removals', { service: name, environment: 'production' });
    expect(await (await http.get(location ?? '')).json()).toMatchObject({ running: [] });
    expect((await http.get(`${api}/services/nobody`)).status).toBe(404);
  });

  it('proves a deployment with a file that the key alone can check', async () => {
    const { location } = await record('/deployments', deployment);
    const proof = await http.get(`${location}/proof`);
    expect(proof.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    const { verifyProofFile } = await import('../../../app/log/prove.ts');
    const verified = verifyProofFile(await proof.text(), http.ledger.verifierKey);
    expect(verified).toMatchObject({ index: 0, fact: { type: 'deployment.recorded' } });
  });
});
