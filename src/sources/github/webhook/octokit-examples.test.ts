import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { parseClaim } from '../../../domain/claims/claim.ts';
import type { WebhookEvent } from '../../webhooks/webhook-source.ts';
import { githubSource } from './github-source.ts';

interface Example {
  readonly event: string;
  readonly server: string;
  readonly body: Readonly<Record<string, unknown>>;
}

const require = createRequire(import.meta.url);
const servers = ['api.github.com', 'ghes-31', 'ghes-32', 'ghes-33', 'ghes-34', 'ghes-35'];
const events = [
  'deployment',
  'deployment_status',
  'workflow_run',
  'workflow_job',
  'release',
  'push',
  'pull_request',
  'check_run',
  'ping',
] as const;

/** What GitHub really sent, from the servers of the company and from six releases of its Enterprise server. */
const examples: readonly Example[] = servers.flatMap((server) => {
  const all: readonly { readonly name: string; readonly examples: readonly Example['body'][] }[] = require(
    `@octokit/webhooks-examples/${server}/index.json`,
  );
  return all.flatMap(({ name: event, examples }) => examples.map((body) => ({ event, server, body })));
});

const ruled = events
  .filter((event) => !event.startsWith('deployment') && event !== 'ping')
  .map((event) => ({ event, environment: 'production' }));

function read({ event, body }: Example, rules?: unknown): WebhookEvent {
  const [first, ...others] = githubSource({ rules }).read({
    headers: { 'x-github-event': event },
    body: Buffer.from(JSON.stringify(body)),
  });
  if (first === undefined || others.length > 0) throw new Error('an event of GitHub is one event');
  return first;
}

/** Some examples are made up: a run that is completed and still queued. */
function hasEnded(thing: unknown): boolean {
  const { status = 'completed' } = thing as { readonly status?: string };
  return status === 'completed';
}

const of = (event: string) => examples.filter((example) => example.event === event);
const claimsIn = (event: WebhookEvent) => ('claims' in event ? event.claims : []);

describe('the examples of octokit', () => {
  it.each(events)('has some of %s', (event) => {
    expect(of(event).length).toBeGreaterThan(5);
  });

  it.each([undefined, ruled])('are read without an error, and claim what can be recorded', (rules) => {
    for (const example of examples) {
      for (const claim of claimsIn(read(example, rules))) {
        expect(() => parseClaim(claim)).not.toThrow();
        expect(claim.idempotencyKey).toMatch(
          /^github:[\w.-]+\/[\w.-]+\/[\w.-]+\/(deployment|run|job|check|release|push|pull)\//,
        );
      }
    }
  });

  it.each(['deployment', 'deployment_status'])('of %s count without a rule', (event) => {
    for (const example of of(event)) {
      expect(claimsIn(read(example)).length).toBe(event === 'deployment' ? 1 : 2);
    }
  });

  it('of everything else do not', () => {
    const others = examples.filter(({ event }) => !event.startsWith('deployment'));
    expect(others.length).toBeGreaterThan(500);
    for (const example of others) expect(read(example)).toHaveProperty('ignored');
  });

  it.each([
    ['workflow_run', 'completed', 2],
    ['workflow_job', 'completed', 2],
    ['release', 'published', 1],
    ['check_run', 'completed', 2],
  ])('of a %s that is %s count by a rule', (event, action, claims) => {
    const counting = of(event).filter(({ body }) => body['action'] === action && hasEnded(body[event]));
    expect(counting.length).toBeGreaterThan(0);
    const counts = counting.map((example) => claimsIn(read(example, ruled)).length);
    expect(new Set(counts)).toEqual(new Set([claims]));
  });

  it('of pushes and merges count by a rule', () => {
    const pushes = of('push').map((example) => claimsIn(read(example, ruled)).length);
    const deleted = of('push').filter(({ body }) => body['deleted'] === true).length;
    expect([pushes.length - deleted, pushes.filter((claims) => claims === 1).length]).toEqual([8, 8]);
    const merged = of('pull_request').filter(({ body }) => (body['pull_request'] as { merged: boolean }).merged);
    expect(of('pull_request').filter((example) => claimsIn(read(example, ruled)).length === 1)).toEqual(merged);
  });
});
