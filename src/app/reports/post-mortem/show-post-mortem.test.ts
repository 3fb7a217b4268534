import { describe, expect, it } from 'vitest';
import { ledgerOf, minutes, story } from '../../../../test/support/change-reports.ts';
import type { ClaimInput } from '../../../domain/claims/claim.ts';

const place = { service: 'api', environment: 'production' } as const;
const around: readonly ClaimInput[] = [
  { type: 'service', name: 'web', dependsOn: ['api'] },
  {
    type: 'deployment',
    id: 'neighbour',
    service: 'web',
    environment: 'production',
    version: '8',
    finishedAt: minutes(15),
  },
  { type: 'deployment', id: 'stranger', service: 'far', environment: 'staging', version: '1', finishedAt: minutes(15) },
];

describe('a post-mortem of a deployment', () => {
  it('tells what happened when, and when it was learnt, each with its fact', async () => {
    const ledger = await ledgerOf([...around, ...story]);
    const report = await ledger.postMortem('bad');
    expect(report.timeline.map(({ at, what, who }) => [at, what, who])).toEqual([
      ['2026-01-15T10:20:00Z', 'the deployment of api 3 to production (rolling) ended: success', 'Ann'],
      ['2026-01-15T10:25:00Z', 'the incident INC of api in production began (medium) – All slow', null],
      ['2026-01-15T10:25:00Z', 'the incident INC was attributed to the deployment bad', null],
      ['2026-01-15T10:30:00Z', 'api in production went back from 3 to 2 (manual) – slow', null],
    ]);
    const { index, leafHash, recordedAt } = report.timeline[0] ?? {};
    const [fact] = (await ledger.deployment('bad')).facts;
    expect({ index, leafHash, recordedAt }).toEqual({
      index: fact?.index,
      leafHash: fact?.leafHash,
      recordedAt: '2026-01-15T13:20:00Z',
    });
  });

  it('says how it was allowed and when it was over, and by what', async () => {
    const report = await (await ledgerOf(story)).postMortem('bad');
    expect(report).toMatchObject({
      approval: 'only-initiator',
      rollback: { id: 'back', reason: 'slow' },
      incidents: [{ id: 'INC' }],
      recovery: { from: '2026-01-15T10:20:00Z', at: '2026-01-15T10:30:00Z', by: 'rollback', afterMs: 600_000 },
    });
  });

  it('shows what else was deployed there, and what ran of its neighbours', async () => {
    const { around: found } = await (await ledgerOf([...around, ...story])).postMortem('bad');
    const others = found.deployments.map(({ id }) => id);
    expect(others).toEqual(['early', 'good', 'neighbour']);
    expect(found.running.map(({ service, version }) => [service, version])).toEqual([
      ['api', '3'],
      ['web', '8'],
    ]);
  });

  it('asks what nobody recorded, and guesses nothing', async () => {
    const ledger = await ledgerOf([{ type: 'deployment', id: 'bare', ...place, version: '1', finishedAt: minutes(1) }]);
    const { questions, recovery } = await ledger.postMortem('bare');
    expect(recovery).toBeNull();
    for (const asked of [
      'Who deployed it?',
      'Did anybody approve it?',
      'What changed in the code?',
      'Was it tested?',
    ]) {
      expect(questions).toContainEqual(expect.stringContaining(asked));
    }
    const known = (await (await ledgerOf(story)).postMortem('good')).questions.join('\n');
    for (const answered of ['Who deployed it?', 'approve', 'code?', 'tested?', 'Why was it deployed?']) {
      expect(known).not.toContain(answered);
    }
  });

  it('is about the whole when a part is named', async () => {
    const part = {
      type: 'deployment',
      ...place,
      version: '5',
      region: 'eu',
      parentId: 'whole',
      finishedAt: minutes(3),
    };
    const ledger = await ledgerOf([
      { type: 'deployment', id: 'whole', ...place, version: '5', finishedAt: minutes(4), approvedBy: ['Bob'] },
      { ...part, id: 'part' },
      { type: 'incident', id: 'INC-P', ...place, openedAt: minutes(6), resolvedAt: minutes(9), causedBy: 'part' },
    ]);
    expect(await ledger.postMortem('part')).toMatchObject({
      subject: { id: 'part' },
      deployment: { id: 'whole', approvedBy: ['Bob'] },
      targets: [{ id: 'part' }],
      incidents: [{ id: 'INC-P' }],
      recovery: { by: 'incident', at: '2026-01-15T10:09:00Z' },
    });
  });

  it('names a deployment that remedied it, and counts from its finish', async () => {
    const ledger = await ledgerOf([
      { type: 'deployment', id: 'broke', ...place, version: '1', finishedAt: minutes(0) },
      { type: 'deployment', id: 'fix', ...place, version: '2', finishedAt: minutes(12), remediates: ['broke'] },
    ]);
    const { remedies, recovery, timeline } = await ledger.postMortem('broke');
    expect(remedies).toMatchObject([{ id: 'fix' }]);
    expect(recovery).toMatchObject({ by: 'remedy', afterMs: 720_000 });
    expect(timeline).toHaveLength(2);
  });

  it('shows who was erased as erased', async () => {
    const ledger = await ledgerOf(story);
    await ledger.eraseActor('Ann', { aliases: [], dryRun: false });
    const { timeline, questions } = await ledger.postMortem('bad');
    expect(timeline[0]?.who).toBe('(erased)');
    expect(questions).toContainEqual(expect.stringContaining('No name is recorded, or it was erased.'));
  });
});

describe('a post-mortem of an incident', () => {
  it('looks into the deployment that it is attributed to', async () => {
    const report = await (await ledgerOf(story)).postMortem('INC');
    expect(report).toMatchObject({ subject: { kind: 'incident', id: 'INC' }, deployment: { id: 'bad' } });
  });

  it('of which nobody knows the cause says so, and shows what was deployed the day before', async () => {
    const ledger = await ledgerOf([
      {
        type: 'deployment',
        id: 'suspect',
        service: 'web',
        environment: 'production',
        version: '1',
        finishedAt: minutes(-300),
      },
      { type: 'incident', id: 'INC-9', ...place, openedAt: minutes(0) },
    ]);
    const { deployment, around: found, questions, recovery } = await ledger.postMortem('INC-9');
    expect(deployment).toBeNull();
    expect(found.deployments).toMatchObject([{ id: 'suspect' }]);
    expect(recovery).toMatchObject({ at: null, by: null });
    expect(questions[0]).toContain('Nobody has attributed the incident INC-9');
  });
});

it('suggests the nearest id, and says what a rollback is not', async () => {
  const ledger = await ledgerOf([
    ...story,
    {
      type: 'rollback',
      id: 'of-bad',
      ...place,
      fromVersion: '3',
      toVersion: '1',
      reason: 'x',
      deployment: 'bad',
      at: minutes(31),
    },
  ]);
  await expect(ledger.postMortem('goood')).rejects.toThrow('did you mean "good"?');
  await expect(ledger.postMortem('of-bad')).rejects.toMatchObject({ code: 'not-found', hint: 'name bad' });
});
