import { describe, expect, it } from 'vitest';
import { contextOf, decideOn, knowing, noon } from '../../../test/support/decisions.ts';
import { LedgerError } from '../errors.ts';
import type { Decision, KnownDeployment } from './context.ts';

const deployment = { type: 'deployment', service: 'api', version: '2.3.0', environment: 'production' };
const d1: KnownDeployment = {
  service: 'api',
  environment: 'production',
  strategy: 'canary',
  outcome: 'in-progress',
  finishedMs: null,
  lastHeardMs: noon - 60_000,
};
const knowsD1 = knowing({ deployment: (id) => (id === 'd1' ? d1 : undefined), incident: (id) => id === 'INC-7' });

function refusal(decide: () => Decision): LedgerError {
  try {
    decide();
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}

function types({ drafts }: Decision): string[] {
  return drafts.map(({ fact }) => fact.type);
}

describe('a deployment', () => {
  it('is a success that finished now, by rolling, unless its claim says otherwise', () => {
    const { id, drafts } = decideOn(deployment);
    expect(id).toMatch(/^deploy-1768478400-[0-9a-hjkmnp-tv-z]{10}$/);
    expect(drafts[0]?.fact).toMatchObject({
      type: 'deployment.recorded',
      occurredAt: '2026-01-15T12:00:00Z',
      data: { status: 'success', strategy: 'rolling', finishedAt: '2026-01-15T12:00:00Z' },
    });
  });

  it('has no start unless somebody gave one, so that no duration is made up', () => {
    expect(decideOn(deployment).drafts[0]?.fact.data).toMatchObject({ startedAt: undefined });
  });

  it('under way starts now and has no finish', () => {
    const [draft] = decideOn({ ...deployment, status: 'in-progress' }).drafts;
    expect(draft?.fact.data).toMatchObject({ startedAt: '2026-01-15T12:00:00Z', finishedAt: undefined });
  });

  it('under way is refused when it claims a finish', () => {
    const error = refusal(() => decideOn({ ...deployment, status: 'in-progress', finishedAt: 'now' }));
    expect(error).toMatchObject({ code: 'invalid', field: 'finishedAt' });
  });

  it('is refused when it finished before it started', () => {
    const error = refusal(() =>
      decideOn({ ...deployment, startedAt: '2026-01-15T11:00:00Z', finishedAt: '2026-01-15T10:00:00Z' }),
    );
    expect(error.message).toBe(
      'the deployment finished (2026-01-15T10:00:00Z) before it started (2026-01-15T11:00:00Z)',
    );
  });

  it('that started in the future finishes no earlier than that', () => {
    const [draft] = decideOn({ ...deployment, startedAt: '+1h' }).drafts;
    expect(draft?.fact.data).toMatchObject({ finishedAt: '2026-01-15T13:00:00Z' });
  });

  it('keeps names, messages and metadata out of the fact', () => {
    const claim = {
      ...deployment,
      initiator: 'Ann',
      approvedBy: ['Bob'],
      message: 'secret',
      metadata: { ticket: 'secret' },
    };
    const [draft] = decideOn(claim).drafts;
    expect(JSON.stringify(draft?.fact)).not.toMatch(/Ann|Bob|secret/);
    expect(draft?.secrets.map(({ path }) => path)).toEqual([
      '/data/approvedBy/0',
      '/data/initiator',
      '/data/message',
      '/data/metadata',
    ]);
  });

  it('is followed by its commits, at most 250 a fact', () => {
    const commits = Array.from({ length: 501 }, (_, i) => ({
      sha: i.toString(16).padStart(7, '0'),
      committedAt: '2026-01-14',
    }));
    expect(types(decideOn({ ...deployment, commits }))).toEqual([
      'deployment.recorded',
      'deployment.shipped',
      'deployment.shipped',
      'deployment.shipped',
    ]);
  });

  it('is refused under an id that is taken', () => {
    expect(refusal(() => decideOn({ ...deployment, id: 'd1' }, knowsD1))).toMatchObject({
      code: 'conflict',
      field: 'id',
    });
  });

  it('in an environment that nobody registered is refused with the nearest name and the way to register it', () => {
    const error = refusal(() => decideOn({ ...deployment, environment: 'prodution' }));
    expect(error.message).toBe('unknown environment "prodution"; did you mean "production"?');
    expect(error.hint).toContain('register-environment prodution --tier production');
  });

  it('registers the environment that it meets, where the way in allows it', () => {
    const decision = decideOn(
      { ...deployment, environment: 'live-eu' },
      knowing(),
      contextOf({ registersEnvironments: true }),
    );
    expect(types(decision)).toEqual(['environment.registered', 'deployment.recorded']);
    expect(decision.drafts[0]?.fact.data).toMatchObject({ environment: 'live-eu', tier: 'production' });
    expect(decision.warnings).toHaveLength(1);
  });

  it('of a monolith registers what sort of service it is, once', () => {
    const claim = { ...deployment, serviceType: 'monolith' };
    expect(types(decideOn(claim))).toEqual(['service.registered', 'deployment.recorded']);
    expect(types(decideOn(claim, knowing({ serviceType: () => 'monolith' })))).toEqual(['deployment.recorded']);
  });

  it.each([
    ['canary', { percentage: 101 }, 'is not a percentage from 0 to 100'],
    ['blue-green', { replicas: 3 }, 'progress.replicas'],
    ['a-b-test', { variants: { a: 'half' } }, 'progress.variants.a'],
    ['feature-flag', { audience: 'ann@example.com' }, "looks like a person's address"],
  ])('by %s is refused with the progress %j', (strategy, progress, why) => {
    expect(refusal(() => decideOn({ ...deployment, strategy, progress })).message).toContain(why);
  });

  it('by a strategy that nobody registered is refused with the nearest one', () => {
    expect(refusal(() => decideOn({ ...deployment, strategy: 'canari' })).message).toContain('did you mean "canary"?');
  });
});

describe('a report', () => {
  it.each([
    ['success', 'deployment.finished'],
    ['failed', 'deployment.finished'],
    ['cancelled', 'deployment.finished'],
    ['in-progress', 'deployment.advanced'],
    ['abandoned', 'deployment.abandoned'],
  ])('of %s is the fact %s', (status, type) => {
    expect(types(decideOn({ type: 'deployment-status', deployment: 'd1', status }, knowsD1))).toEqual([type]);
  });

  it('of progress is checked by the strategy of the deployment', () => {
    const error = refusal(() =>
      decideOn({ type: 'deployment-status', deployment: 'd1', progress: { slot: 'green' } }, knowsD1),
    );
    expect(error.hint).toContain('progress of canary deployments: percentage, stage');
  });

  it('that says nothing is refused', () => {
    expect(refusal(() => decideOn({ type: 'deployment-status', deployment: 'd1' }, knowsD1)).message).toBe(
      'the report says nothing',
    );
  });

  it('about a deployment that nobody recorded is refused', () => {
    const error = refusal(() => decideOn({ type: 'deployment-status', deployment: 'd2', status: 'success' }, knowsD1));
    expect(error).toMatchObject({ code: 'not-found', message: 'no deployment "d2" is recorded' });
  });

  it('of abandonment remembers the last word', () => {
    const [draft] = decideOn({ type: 'deployment-status', deployment: 'd1', status: 'abandoned' }, knowsD1).drafts;
    expect(draft?.fact.data).toMatchObject({ lastHeardAt: '2026-01-15T11:59:00Z' });
  });
});

describe('a correction', () => {
  it('seals what it sets as the claim would have', () => {
    const claim = { type: 'correction', deployment: 'd1', set: { initiator: 'Eve', version: '2' }, reason: 'a slip' };
    const [draft] = decideOn(claim, knowsD1).drafts;
    expect(JSON.stringify(draft?.fact)).not.toMatch(/Eve|slip/);
    expect(draft?.secrets.map(({ path }) => path).sort()).toEqual(['/data/reason', '/data/set/initiator']);
  });

  it('that changes nothing is refused', () => {
    expect(refusal(() => decideOn({ type: 'correction', deployment: 'd1', set: {}, reason: 'x' }, knowsD1)).code).toBe(
      'invalid',
    );
  });
});

describe('a rollback', () => {
  const rollback = { type: 'rollback', service: 'api', fromVersion: '2', toVersion: '1', reason: 'slow' };
  const running = (...environments: string[]) =>
    knowing({ running: () => environments.map((environment) => ({ environment, region: '', version: '2' })) });
  const environmentOf = ({ drafts }: Decision) => JSON.parse(JSON.stringify(drafts[0]?.fact.data)).environment;

  it('is in production when nothing is known of the service', () => {
    expect(environmentOf(decideOn(rollback))).toBe('production');
  });

  it('is in the only environment where the version runs', () => {
    expect(environmentOf(decideOn(rollback, running('staging')))).toBe('staging');
  });

  it("is in its deployment's environment", () => {
    expect(environmentOf(decideOn({ ...rollback, deployment: 'd1' }, knowsD1))).toBe('production');
  });

  it('is refused when the version runs in several, naming them', () => {
    const error = refusal(() => decideOn(rollback, running('staging', 'production')));
    expect(error).toMatchObject({ code: 'invalid', hint: 'add --environment with one of: production, staging' });
  });

  it('is refused without a reason', () => {
    expect(refusal(() => decideOn({ ...rollback, reason: ' ' })).field).toBe('reason');
  });
});

describe('an incident', () => {
  const incident = { type: 'incident', service: 'api' };

  it('can be opened, attributed and resolved by one claim', () => {
    const decision = decideOn({ ...incident, openedAt: '-2h', resolvedAt: '-1h', causedBy: 'd1' }, knowsD1);
    expect(types(decision)).toEqual(['incident.opened', 'incident.attributed', 'incident.resolved']);
  });

  it('is refused when it was resolved before it was opened', () => {
    expect(refusal(() => decideOn({ ...incident, openedAt: '-1h', resolvedAt: '-2h' })).field).toBe('resolvedAt');
  });

  it('cannot come from a deployment that nobody recorded', () => {
    expect(refusal(() => decideOn({ ...incident, causedBy: 'd9' }, knowsD1)).code).toBe('not-found');
  });

  it('that nobody recorded cannot be resolved', () => {
    expect(refusal(() => decideOn({ type: 'incident-resolution', incident: 'INC-8' }, knowsD1)).code).toBe('not-found');
  });
});
