import { describe, expect, it, onTestFinished } from 'vitest';
import { brief } from '../../../test/support/brief-readings.ts';
import { ScratchRepository } from '../../../test/support/scratch-repository.ts';
import type { GitSummary } from './read-git.ts';

const scratch = (name?: string) => new ScratchRepository(onTestFinished, process.env, name);

describe('tags', () => {
  it('become deployments with the commits that each one shipped first', async () => {
    const repository = scratch();
    const first = repository.commit({ at: 1 });
    repository.release({ at: 2, by: 'Grace' }, 'v1.0.0');
    const second = repository.commit({ at: 3 });
    const third = repository.commit({ at: 4, by: 'Barbara' });
    repository.mark('v1.1.0');
    const common = { type: 'deployment', service: 'api', environment: 'production' };
    expect(await repository.read()).toEqual([
      {
        line: 1,
        claim: {
          ...common,
          id: 'git:api:production:v1.0.0',
          idempotencyKey: 'git:api:production:v1.0.0',
          version: 'v1.0.0',
          finishedAt: '2026-01-02T12:00:00Z',
          initiator: 'Grace',
          commit: first,
          commits: [{ sha: first, committedAt: '2026-01-01T12:00:00Z' }],
        },
      },
      {
        line: 2,
        claim: {
          ...common,
          id: 'git:api:production:v1.1.0',
          idempotencyKey: 'git:api:production:v1.1.0',
          version: 'v1.1.0',
          finishedAt: '2026-01-04T12:00:00Z',
          initiator: 'Barbara',
          commit: third,
          commits: [
            { sha: second, committedAt: '2026-01-03T12:00:00Z' },
            { sha: third, committedAt: '2026-01-04T12:00:00Z' },
          ],
        },
      },
    ]);
  });

  it('come in the order of their dates, and of one date in the order of versions', async () => {
    const repository = scratch();
    const [first, second] = [repository.commit({ at: 1 }), repository.commit({ at: 2 })];
    repository.release({ at: 5 }, 'v1.10', second);
    repository.release({ at: 5 }, 'v1.9', first);
    repository.release({ at: 4 }, 'v2.0', first);
    expect(brief(await repository.read())).toEqual(['api v2.0 +1', 'api v1.9 +0', 'api v1.10 +1']);
  });

  it('ship all that is behind them, even where a clock was wrong', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    const base = repository.commit({ at: 9 });
    repository.git({ at: 2 }, ['checkout', '--quiet', '-b', 'side']);
    const early = repository.commit({ at: 2 });
    repository.git({ at: 2 }, ['checkout', '--quiet', '-b', 'other', base]);
    repository.commit({ at: 10 });
    repository.git({ at: 11 }, ['merge', '--quiet', '--no-edit', 'side']);
    repository.release({ at: 12 }, 'v1.0', early);
    repository.release({ at: 13 }, 'v1.1');
    expect(brief(await repository.read())).toEqual(['api v1.0 +3', 'api v1.1 +2']);
  });

  it('of a maintenance branch are no rollbacks', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'v1.9.4');
    repository.commit({ at: 2 });
    repository.release({ at: 2 }, 'v2.0.0');
    repository.git({ at: 3 }, ['checkout', '--quiet', '-b', 'maintenance', 'v1.9.4']);
    repository.commit({ at: 3 });
    repository.release({ at: 3 }, 'v1.9.5');
    repository.git({ at: 4 }, ['checkout', '--quiet', 'main']);
    repository.git({ at: 4 }, ['merge', '--quiet', '--no-edit', 'maintenance']);
    repository.release({ at: 4 }, 'v2.0.1');
    const expected = ['api v1.9.4 +1', 'api v2.0.0 +1', 'api v1.9.5 +1', 'api v2.0.1 +1'];
    expect(brief(await repository.read())).toEqual(expected);
  });

  it('that put a released commit back are rollbacks, also several versions back', async () => {
    const repository = scratch();
    const first = repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'v1.0.0');
    repository.commit({ at: 2 });
    repository.release({ at: 2 }, 'v1.1.0');
    repository.commit({ at: 3 });
    repository.release({ at: 3 }, 'v1.2.0');
    repository.release({ at: 4, by: 'Grace' }, 'v1.2.1', first, 'Go back: memory leak\n\nDetails.');
    repository.release({ at: 5 }, 'v1.3.0', 'v1.2.0^{commit}');
    const readings = await repository.read();
    expect(brief(readings)).toEqual([
      'api v1.0.0 +1',
      'api v1.1.0 +1',
      'api v1.2.0 +1',
      'api v1.2.1 +0',
      'rollback v1.2.0 -> v1.0.0',
      'api v1.3.0 +0',
    ]);
    expect(readings[4]).toEqual({
      line: 4,
      claim: {
        type: 'rollback',
        id: 'git:api:production:v1.2.1:rollback',
        idempotencyKey: 'git:api:production:v1.2.1:rollback',
        service: 'api',
        environment: 'production',
        fromVersion: 'v1.2.0',
        toVersion: 'v1.0.0',
        reason: 'Go back: memory leak',
        at: '2026-01-04T12:00:00Z',
        deployment: 'git:api:production:v1.2.0',
        carriedOutBy: 'git:api:production:v1.2.1',
        initiator: 'Grace',
      },
    });
  });

  it('that go back step by step undo what ran in between', async () => {
    const repository = scratch();
    for (const at of [1, 2, 3]) {
      repository.commit({ at });
      repository.release({ at }, `v1.${at}`);
    }
    repository.release({ at: 4 }, 'v1.4', 'v1.2^{commit}');
    repository.release({ at: 5 }, 'v1.5', 'v1.1^{commit}');
    expect(brief(await repository.read()).filter((line) => line.startsWith('rollback'))).toEqual([
      'rollback v1.3 -> v1.2',
      'rollback v1.2 -> v1.1',
    ]);
  });

  it('with a newer number on an older commit that was never released are rollbacks to that number', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'deploy-1');
    const middle = repository.commit({ at: 2 });
    repository.commit({ at: 3 });
    repository.release({ at: 3 }, 'deploy-2');
    repository.release({ at: 4 }, 'deploy-3', middle);
    expect(brief(await repository.read())).toEqual([
      'api deploy-1 +1',
      'api deploy-2 +2',
      'api deploy-3 +0',
      'rollback deploy-2 -> deploy-3',
    ]);
  });

  it('with an older number that are only made late are no rollbacks', async () => {
    const repository = scratch();
    const commits = [1, 2, 3].map((at) => repository.commit({ at }));
    repository.release({ at: 4 }, 'v1.10', commits[2]);
    repository.release({ at: 5 }, 'v1.8', commits[0]);
    repository.release({ at: 6 }, 'v1.9', commits[1]);
    expect(brief(await repository.read())).toEqual(['api v1.10 +3', 'api v1.8 +0', 'api v1.9 +0']);
  });

  it('of a final release are no rollbacks to its candidate', async () => {
    const repository = scratch();
    const candidate = repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'v2.0.0-rc.1');
    repository.commit({ at: 2 });
    repository.release({ at: 2 }, 'v2.1.0-alpha.1');
    repository.release({ at: 3 }, 'v2.0.0', candidate);
    repository.release({ at: 4 }, 'v2.1', 'v2.1.0-alpha.1^{commit}');
    const expected = ['api v2.0.0-rc.1 +1', 'api v2.1.0-alpha.1 +1', 'api v2.0.0 +0', 'api v2.1 +0'];
    expect(brief(await repository.read({ tags: ['v*'] }))).toEqual(expected);
  });

  it('that do nothing but undo a commit of an earlier release remedy it', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'v1.0.0');
    const bad = repository.commit({ at: 2 });
    repository.release({ at: 2 }, 'v1.1.0');
    repository.revert({ at: 3 }, bad);
    repository.commit({ at: 3 });
    repository.release({ at: 3 }, 'v1.1.1');
    expect(brief(await repository.read())).toEqual([
      'api v1.0.0 +1',
      'api v1.1.0 +1',
      'api v1.1.1 +2 remedies git:api:production:v1.1.0 planned=false',
    ]);
  });

  it('that undo a commit among much else are planned like any other', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'v1.0.0');
    const bad = repository.commit({ at: 2 });
    repository.release({ at: 2 }, 'v1.1.0');
    repository.commit({ at: 3 });
    repository.commit({ at: 3 });
    repository.revert({ at: 3 }, bad);
    repository.release({ at: 3 }, 'v1.2.0');
    expect(brief(await repository.read()).at(-1)).toBe('api v1.2.0 +3');
  });

  it('of several packages are services of their own', async () => {
    const repository = scratch('shop');
    repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'web@1.0.0');
    repository.release({ at: 1 }, '@scope/cart/v1.0.0');
    repository.commit({ at: 2 });
    repository.release({ at: 2 }, 'web@1.1.0');
    repository.release({ at: 2 }, 'release-7');
    const each = ['web 1.0.0 +1', 'web 1.1.0 +1', '@scope/cart v1.0.0 +1', 'shop release-7 +2'];
    expect(brief(await repository.read()).toSorted()).toEqual(each.toSorted());
    expect(brief(await repository.read({ service: 'WEB', tags: ['web@*'] }))).toEqual(['WEB 1.0.0 +1', 'WEB 1.1.0 +1']);
    const all = ['all @scope/cart/v1.0.0 +1', 'all web@1.0.0 +0', 'all web@1.1.0 +1', 'all release-7 +0'];
    expect(brief(await repository.read({ service: 'all' }))).toEqual(all);
  });

  it('are chosen by pattern, as git reads it, or else by looking like released versions', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    for (const tag of ['v1.0.0', 'v1.0.0-rc.1', 'latest', 'prod/one', '-odd']) {
      repository.git({ at: 1 }, ['update-ref', `refs/tags/${tag}`, 'HEAD']);
    }
    const summaries: GitSummary[] = [];
    const report = (summary: GitSummary) => summaries.push(summary);
    expect(brief(await repository.read({ report }))).toEqual(['api v1.0.0 +1']);
    expect(summaries).toMatchObject([
      { releases: 1, skipped: { notVersions: ['-odd', 'latest', 'prod/one'], preReleases: ['v1.0.0-rc.1'] } },
    ]);
    expect(brief(await repository.read({ tags: ['v*rc?[0-9]'] }))).toEqual(['api v1.0.0-rc.1 +1']);
    expect(brief(await repository.read({ tags: ['-odd', 'prod*'] }))).toEqual(['api -odd +1', 'api prod/one +0']);
  });

  it('that only follow another on their commit are left out', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    for (const tag of ['v1', 'v1.2', 'v1.2.3', '1.2.3', 'v1.2.4']) repository.mark(tag);
    const summaries: GitSummary[] = [];
    const report = (summary: GitSummary) => summaries.push(summary);
    expect(brief(await repository.read({ report }))).toEqual(['api 1.2.3 +1', 'api v1.2.4 +0']);
    expect(summaries[0]?.skipped.aliases.toSorted()).toEqual(['v1', 'v1.2', 'v1.2.3']);
  });

  it('of tags count for the commit behind them, those of files and trees for nothing', async () => {
    const repository = scratch();
    repository.commit({ at: 1 }, 'Begin', 'a-file');
    repository.release({ at: 1 }, 'inner');
    repository.release({ at: 2, by: 'Grace' }, 'v1.0', 'inner');
    repository.mark('v0.1', 'HEAD^{tree}');
    repository.release({ at: 1 }, 'v0.2', 'HEAD:a-file');
    const summaries: GitSummary[] = [];
    const readings = await repository.read({ report: (summary) => summaries.push(summary) });
    expect(brief(readings)).toEqual(['api v1.0 +1']);
    expect(readings[0]).toMatchObject({ claim: { finishedAt: '2026-01-02T12:00:00Z', initiator: 'Grace' } });
    expect(summaries[0]?.skipped.withoutCommit).toEqual(['v0.1', 'v0.2']);
  });
});
