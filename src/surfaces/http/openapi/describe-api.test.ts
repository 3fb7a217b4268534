import { Validator } from '@seriousme/openapi-schema-validator';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { type HttpTest, openHttpTest } from '../../../../test/support/http-test.ts';
import { claimSchemas, parseClaim } from '../../../domain/claims/claim.ts';
import { restRoutes } from '../rest/rest-routes.ts';
import { routes } from '../routes.ts';
import type { OpenApi } from './open-api.ts';

let http: HttpTest;
let api: OpenApi;
let text: string;
beforeAll(async () => {
  http = await openHttpTest();
  text = await (await http.get('/openapi.json')).text();
  api = JSON.parse(text) as OpenApi;
});

describe('the OpenAPI document', () => {
  it('describes every route and no other', () => {
    const described = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId }]) => `${method.toUpperCase()} ${path} ${operationId}`),
    );
    const all = routes.map(({ method, path, id }) => `${method} ${path.replaceAll('*}', '}')} ${id}`);
    expect(described.sort()).toEqual(all.sort());
    expect(new Set(routes.map(({ id }) => id)).size).toBe(routes.length);
  });

  it('is a valid document of OpenAPI 3.1', async () => {
    expect(await new Validator().validate(JSON.parse(text))).toMatchObject({ valid: true });
  });

  it('refers to nothing that it does not hold', () => {
    const { schemas, responses } = api.components;
    const held = [
      ...Object.keys(schemas).map((name) => `schemas/${name}`),
      ...Object.keys(responses).map((name) => `responses/${name}`),
    ];
    const references = [...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, name]) => name);
    expect(references.length).toBeGreaterThan(50);
    expect([...new Set(references)].filter((name) => !held.includes(name ?? ''))).toEqual([]);
  });

  it('says what parameters and bodies look like, and what is in them if nobody says', () => {
    const operation = api.paths['/api/v1/metrics']?.['get'];
    const parameter = (name: string) => operation?.parameters.find((one) => one.name === name);
    expect(parameter('metric')).toMatchObject({ explode: false, schema: { type: 'array', default: ['all'] } });
    expect(parameter('period')?.schema).toEqual({ type: 'number', exclusiveMinimum: 0 });
    expect(operation?.parameters.filter(({ description }) => description === undefined)).toEqual([]);
    const limit = api.paths['/api/v1/deployments']?.['get']?.parameters.find(({ name }) => name === 'limit');
    expect(limit?.schema).toEqual({ type: 'integer', minimum: 1, maximum: 1000, default: 50 });
    const status = api.paths['/api/v1/deployments/{id}/status']?.['post']?.requestBody?.content['application/json'];
    expect(Object.keys(status?.schema.properties ?? {})).not.toContain('deployment');
  });

  it('asks for a token wherever the door does', () => {
    expect(api.paths['/api/v1/deployments']?.['get']?.security).toContainEqual({ bearer: [] });
    expect(api.paths['/healthz']?.['get']?.security).toEqual([]);
  });

  it('gives examples that would be recorded', () => {
    const recording = routes.flatMap(({ records }) => records ?? []);
    expect(recording.map(({ type }) => type).sort()).toEqual(Object.keys(claimSchemas).sort());
    for (const { type, subject, example } of recording) {
      expect(() => parseClaim({ ...example, type, ...(subject && { [subject]: 'x' }) })).not.toThrow();
    }
  });
});

describe('the shapes of answers', () => {
  it('are those of the answers', async () => {
    await fill(http);
    const paths = ['{id}', 'd1', '{name}', 'api', '{type}', 'velocity'];
    const reading = restRoutes.filter(({ method, answers }) => method === 'GET' && answers[200]?.schema);
    expect(reading.length).toBe(18);
    for (const { path, answers } of reading) {
      const filled = paths.reduce((at, part, i) => (i % 2 === 0 ? at.replace(part, paths[i + 1] ?? '') : at), path);
      const answer = await http.get(`${filled}${required[path] ?? ''}`);
      expect(answer.status, path).toBe(200);
      const schema = answers[200]?.schema ?? v.never();
      const result = v.safeParse(schema, await answer.json());
      expect(
        result.issues?.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`),
        path,
      ).toBeUndefined();
    }
  });
});

const required: Readonly<Record<string, string>> = {
  '/api/v1/diff': '?a=staging&b=production',
  '/api/v1/changes': '?from=0',
  '/api/v1/metrics/explain': '?against=classic&group_by=service',
};

/** One thing of each sort, all with the same id. */
async function fill({ ledger }: HttpTest): Promise<void> {
  const commits = [{ sha: 'abcd', committedAt: '-2d' }];
  const more = {
    initiator: 'ann',
    approvedBy: ['bob'],
    metadata: { a: 1 },
    startedAt: '-1h',
    commits,
    progress: { percentage: 5 },
  };
  for (const claim of [
    { type: 'service', name: 'api', owners: ['team-a'] },
    { type: 'environment', name: 'qa' },
    { type: 'deployment', id: 'd0', service: 'api', version: '0', environment: 'production', finishedAt: '-2h' },
    {
      type: 'deployment',
      id: 'd1',
      service: 'api',
      version: '1',
      environment: 'production',
      strategy: 'canary',
      ...more,
    },
    { type: 'deployment', service: 'api', version: '1', environment: 'staging' },
    {
      type: 'rollback',
      id: 'd1',
      service: 'api',
      environment: 'production',
      fromVersion: '1',
      toVersion: '0',
      reason: 'x',
    },
    { type: 'incident', id: 'd1', service: 'api', title: 'down', causedBy: 'd1' },
  ]) {
    await ledger.record(claim, { source: 'test' });
  }
}
