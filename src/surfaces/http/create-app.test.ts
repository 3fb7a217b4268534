import { beforeEach, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../test/support/http-test.ts';

let http: HttpTest;
beforeEach(async () => {
  http = await openHttpTest();
});

const deployment = { service: 'api', version: '1', environment: 'production' };

describe('the HTTP surface', () => {
  it('records a deployment and shows it', async () => {
    const created = await http.post('/api/v1/deployments', deployment);
    expect(created.status).toBe(201);
    const { id, index, duplicate } = (await created.json()) as { id: string; index: number; duplicate: boolean };
    expect({ index, duplicate }).toEqual({ index: 0, duplicate: false });
    const shown = await http.get(created.headers.get('location') ?? '');
    expect(await shown.json()).toMatchObject({ id, service: 'api', status: 'success' });
  });

  it('answers every error as a problem document with the request id', async () => {
    const answer = await http.post('/api/v1/deployments', { ...deployment, verison: '2' });
    expect(answer.status).toBe(422);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    const problem = (await answer.json()) as { requestId: string };
    expect(problem).toMatchObject({ code: 'invalid', field: 'verison', hint: 'did you mean "version"?' });
    expect(problem.requestId).toBe(answer.headers.get('x-request-id'));
  });

  it('tells which methods an address takes', async () => {
    const answer = await http.request('/api/v1/deployments/d1', { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET']);
  });

  it('knows nothing of other addresses', async () => {
    expect((await http.get('/api/v1/deploymints')).status).toBe(404);
  });

  it('refuses foreign hosts, foreign pages and what is no JSON', async () => {
    expect((await http.get('/api/v1/deployments/d1', { host: 'evil.example' })).status).toBe(421);
    expect((await http.get('/api/v1/deployments/d1', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await http.get('/api/v1/deployments/d1', { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const form = { method: 'POST', body: 'service=api', headers: { 'content-type': 'text/plain' } };
    expect((await http.request('/api/v1/deployments', form)).status).toBe(415);
  });
});
