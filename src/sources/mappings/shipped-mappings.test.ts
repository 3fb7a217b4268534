import { describe, expect, it } from 'vitest';
import { type ClaimInput, parseClaim } from '../../domain/claims/claim.ts';
import { mappedSource } from '../webhooks/generic/mapped-source.ts';
import type { WebhookEvent } from '../webhooks/webhook-source.ts';
import { shippedMappings } from './shipped-mappings.ts';

const production = [{ environment: 'production' }];
const nowMs = Date.UTC(2026, 0, 15, 10, 16);

/** What the example of a source says, with fields changed: `{'workflow.status': 'failed'}`. */
function read(name: string, rules: unknown, changes: Readonly<Record<string, unknown>> = {}): WebhookEvent {
  const source = mappedSource(name, shippedMappings[name], { rules });
  const body = structuredClone(source.example.body) as Record<string, unknown>;
  for (const [path, value] of Object.entries(changes)) set(body, path.split('.'), value);
  const [event, ...others] = source.read({ headers: source.example.headers, body: Buffer.from(JSON.stringify(body)) });
  if (event === undefined || others.length > 0) throw new Error('an example is one event');
  return event;
}

function set(target: Record<string, unknown>, [first = '', ...rest]: readonly string[], value: unknown): void {
  if (rest.length === 0) target[first] = value;
  else set(target[first] as Record<string, unknown>, rest, value);
}

function claims(event: WebhookEvent): readonly ClaimInput[] {
  if ('ignored' in event) throw new Error(event.ignored);
  return event.claims;
}

const names = Object.keys(shippedMappings);

describe('the shipped mappings', () => {
  it('are those that are promised', () => {
    const promised =
      'argo-rollouts argocd azure-devops bitbucket buildkite circleci flux jenkins opsgenie sentry spinnaker';
    expect([...names].sort().join(' ')).toBe(promised);
  });

  it.each(names)('of %s understand their example, and name what it is about', (name) => {
    for (const claim of claims(read(name, production))) {
      expect(() => parseClaim(claim)).not.toThrow();
      expect(claim.idempotencyKey).toMatch(new RegExp(`^${name}:`));
    }
  });

  it.each(names)('of %s take what they sign', (name) => {
    const source = mappedSource(name, shippedMappings[name], {});
    const body = Buffer.from(JSON.stringify(source.example.body));
    const headers = { ...source.example.headers, ...source.schemes[0]?.sign(body, 'secret', { id: 'msg_1', nowMs }) };
    expect(source.schemes[0]?.verify({ headers, body }, 'secret', nowMs)).toBe(true);
  });

  it.each<[name: string, at: string, ...what: readonly string[]]>([
    ['argo-rollouts', '2026-01-15T10:15:00Z', 'webapp', '2.3.0', 'success'],
    ['argocd', '2026-01-15T10:15:00Z', 'shop', '9fec847784abb10b2fa567ee63b85bd238955d0e', 'success'],
    ['azure-devops', '2026-01-15T10:15:00.170Z', 'shop', 'Release-1', 'success'],
    ['bitbucket', '2026-01-15T10:15:00.000000+00:00', 'shop', '9fec847784abb10b2fa567ee63b85bd238955d0e', 'success'],
    ['buildkite', '2026-01-15T10:15:00.000Z', 'shop', '4d3f5b6a7c8d9e0f1a2b4d3f5b6a7c8d9e0f1a2b', 'success'],
    ['circleci', '2026-01-15T10:15:00.170Z', 'shop', '1dc6aa69429bff4806ad6afe58d3d8f57e25973e', 'success'],
    ['flux', '2026-01-15T10:15:00Z', 'webapp', '731f7eaddfb6af01cb2173e18f0f75b0ba780ef1', 'success'],
    ['jenkins', '1768472100000', 'deploy-shop', '2.3.0', 'success'],
    ['spinnaker', '1768472100000', 'shop', '2.3.0', 'success'],
  ])('of %s say at %s that %s %s was a %s', (name, at, service, version, status) => {
    const said = claims(read(name, production));
    expect(said[0]).toMatchObject({ type: 'deployment', service, version, environment: 'production' });
    const last = Object(said.at(-1));
    expect(String(last.at ?? last.finishedAt)).toBe(at);
    expect(last.status).toBe(status);
  });

  it.each([
    ['argo-rollouts', { 'rollout.status.phase': 'Degraded' }],
    ['argocd', { 'operation.phase': 'Error' }],
    ['azure-devops', { 'resource.environment.status': 'rejected' }],
    ['bitbucket', { 'commit_status.state': 'FAILED' }],
    ['buildkite', { 'build.state': 'failed' }],
    ['circleci', { 'workflow.status': 'failed' }],
    ['flux', { reason: 'HealthCheckFailed' }],
    ['jenkins', { 'build.status': 'FAILURE' }],
    ['spinnaker', { 'content.execution.status': 'TERMINAL', 'details.type': 'orca:pipeline:failed' }],
  ])('of %s know a failure', (name, changes) => {
    const last = parseClaim(claims(read(name, production, changes)).at(-1));
    expect(last).toMatchObject({ status: 'failure' });
  });

  it.each(['bitbucket', 'buildkite', 'circleci', 'jenkins', 'spinnaker'])('of %s count by rules only', (name) => {
    expect(read(name, undefined)).toHaveProperty('ignored', expect.stringContaining(`sources.${name}.rules`));
  });

  it('count where a rule names what they are about, as the service that it says', () => {
    const rules = [{ workflow: 'deploy*', branch: 'main', environment: 'live', service: 'checkout' }];
    expect(claims(read('circleci', rules))).toMatchObject([{ service: 'checkout', environment: 'live' }]);
    expect(read('circleci', rules, { 'workflow.name': 'test' })).toHaveProperty('ignored');
    expect(read('flux', [{ name: 'web*', ignore: true }])).toHaveProperty('ignored');
  });

  it('refuse rules for what they have no trait of', () => {
    expect(() => read('circleci', [{ brunch: 'main', environment: 'live' }])).toThrow('did you mean "branch"?');
  });

  it('know when an incident begins and ends', () => {
    const id = 'opsgenie:052652ac-5d1c-464a-812a-7dd18bbfba8c-1768471200000';
    expect(claims(read('opsgenie', undefined))).toMatchObject([
      { type: 'incident', id, service: 'shop', environment: 'production', severity: 'critical' },
    ]);
    expect(claims(read('opsgenie', undefined, { action: 'Close' }))).toMatchObject([{ incident: id }]);
    expect(read('opsgenie', undefined, { action: 'Acknowledge' })).toHaveProperty('ignored');
    expect(claims(read('sentry', undefined))).toMatchObject([
      { type: 'incident', id: 'sentry:alert:7', service: 'shop', environment: 'production' },
    ]);
    const over = { action: 'resolved', 'data.metric_alert.date_closed': '2026-01-15T11:00:00Z' };
    expect(claims(read('sentry', undefined, over))).toMatchObject([
      { type: 'incident-resolution', incident: 'sentry:alert:7', at: '2026-01-15T11:00:00Z' },
    ]);
  });

  it('tell blue-green from canary', () => {
    const blueGreen = { 'rollout.spec.strategy': { blueGreen: { activeService: 'webapp' } } };
    expect(claims(read('argo-rollouts', undefined, blueGreen))[0]).toMatchObject({ strategy: 'blue-green' });
    expect(claims(read('argo-rollouts', undefined))[0]).toMatchObject({ strategy: 'canary' });
  });
});
