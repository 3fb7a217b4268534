import { describe, expect, it, onTestFinished } from 'vitest';
import { brief } from '../../../test/support/brief-readings.ts';
import { ScratchRepository } from '../../../test/support/scratch-repository.ts';

const scratch = () => new ScratchRepository(onTestFinished, process.env);
const short = (sha: string) => sha.slice(0, 12);

describe('each merge', () => {
  it('is a deployment of all that came with it, and what was committed beside it goes with the next', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    const first = repository.merge({ at: 2, by: 'Grace' }, 'Add search');
    repository.commit({ at: 3 });
    const second = repository.merge({ at: 4 }, 'Add cart');
    repository.commit({ at: 5 });
    const readings = await repository.read({ each: 'merge' });
    expect(brief(readings)).toEqual([`api ${short(first)} +3`, `api ${short(second)} +3`]);
    expect(readings[0]).toMatchObject({
      claim: {
        id: `git:api:production:${short(first)}`,
        commit: first,
        finishedAt: '2026-01-02T12:00:00Z',
        initiator: 'Grace',
      },
    });
  });

  it('that undoes the last one entirely is a rollback that it carried out itself', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    const good = repository.merge({ at: 2 }, 'Add search');
    const bad = repository.merge({ at: 3 }, 'Add cart');
    repository.git({ at: 4 }, ['checkout', '--quiet', '-b', 'undo']);
    repository.revert({ at: 4 }, '--mainline', '1', bad);
    repository.git({ at: 4 }, ['checkout', '--quiet', 'main']);
    repository.git({ at: 4 }, ['merge', '--quiet', '--no-ff', '--message', 'Merge the way back', 'undo']);
    const undo = repository.head();
    const readings = await repository.read({ each: 'merge' });
    expect(brief(readings)).toEqual([
      `api ${short(good)} +3`,
      `api ${short(bad)} +2`,
      `api ${short(undo)} +2 remedies git:api:production:${short(bad)} planned=false`,
      `rollback ${short(bad)} -> ${short(good)}`,
    ]);
    expect(readings[3]).toMatchObject({
      claim: {
        reason: 'Revert "Add cart"',
        carriedOutBy: `git:api:production:${short(undo)}`,
        deployment: `git:api:production:${short(bad)}`,
      },
    });
  });
});

describe('each commit', () => {
  it('on the branch of HEAD is a deployment, in the order of the branch whatever the dates', async () => {
    const repository = scratch();
    const shas = [3, 2, 4].map((at) => repository.commit({ at }));
    const expected = shas.map((sha) => `api ${short(sha)} +1`);
    expect(brief(await repository.read({ each: 'commit' }))).toEqual(expected);
  });

  it('that undoes a commit remedies the deployment of it, named whole or cut short', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    const bad = repository.commit({ at: 2 });
    const worse = repository.commit({ at: 3 });
    repository.commit({ at: 4 });
    const undo = repository.revert({ at: 5 }, bad);
    const shortUndo = repository.revert({ at: 6 }, '--reference', worse);
    const readings = brief(await repository.read({ each: 'commit' }));
    expect(readings.slice(4)).toEqual([
      `api ${short(undo)} +1 remedies git:api:production:${short(bad)} planned=false`,
      `api ${short(shortUndo)} +1 remedies git:api:production:${short(worse)} planned=false`,
    ]);
  });

  it('that undoes several at once goes back past them all, to the last one with those files', async () => {
    const repository = scratch();
    const good = repository.commit({ at: 1 });
    const [bad, worse] = [repository.commit({ at: 2 }), repository.commit({ at: 3 })];
    repository.git({ at: 4 }, ['revert', '--no-commit', worse, bad]);
    const message = `Undo both\n\nThis reverts commit ${worse}.\nThis reverts commit ${bad}.\n`;
    const undo = repository.commit({ at: 4 }, message, null);
    const remedied = [bad, worse].map((sha) => `git:api:production:${short(sha)}`);
    expect(brief(await repository.read({ each: 'commit' })).slice(3)).toEqual([
      `api ${short(undo)} +1 remedies ${remedied} planned=false`,
      `rollback ${short(worse)} -> ${short(good)}`,
    ]);
  });

  it('that only says that it undoes a commit goes back to nothing', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    const bad = repository.commit({ at: 2 });
    repository.commit({ at: 3 });
    const undo = repository.commit({ at: 4 }, `Undo nothing\n\nThis reverts commit ${bad}.`, null);
    expect(brief(await repository.read({ each: 'commit' })).slice(3)).toEqual([
      `api ${short(undo)} +1 remedies git:api:production:${short(bad)} planned=false`,
    ]);
  });

  it('that puts back what was undone is an ordinary deployment', async () => {
    const repository = scratch();
    const good = repository.commit({ at: 1 });
    const bad = repository.commit({ at: 2 });
    const undo = repository.revert({ at: 3 }, bad);
    const again = repository.revert({ at: 4 }, undo);
    expect(brief(await repository.read({ each: 'commit' }))).toEqual([
      `api ${short(good)} +1`,
      `api ${short(bad)} +1`,
      `api ${short(undo)} +1 remedies git:api:production:${short(bad)} planned=false`,
      `rollback ${short(bad)} -> ${short(good)}`,
      `api ${short(again)} +1`,
    ]);
  });

  it('that names a commit which nobody knows, or leads to old files without a word, is an ordinary deployment', async () => {
    const repository = scratch();
    repository.commit({ at: 1 }, 'Switch on', 'switch');
    repository.commit({ at: 2 }, 'Switch off', 'switch');
    repository.git({ at: 3 }, ['checkout', 'HEAD~1', '--', 'switch']);
    repository.commit({ at: 3 }, 'Switch on again', null);
    repository.commit({ at: 4 }, `This reverts commit ${'0'.repeat(40)}.`);
    const readings = brief(await repository.read({ each: 'commit' }));
    expect(readings).toHaveLength(4);
    expect(readings.join('\n')).not.toMatch(/remedies|rollback/);
  });
});

it('takes names and messages of any bytes', async () => {
  const repository = scratch();
  const message = 'Fix 🚀\n\n\x01commit 0\0\n\u2028“quotes”, ref: refs/tags/x\n';
  const plain = Buffer.from(message.replace('\0', ''));
  const first = repository.commit({ at: 1, by: 'Ada, "the" 🦀 \x07 Lovelace' }, plain);
  const second = repository.commit({ at: 2, by: 'Zoë' }, Buffer.from([0x46, 0xff, 0xfe, 0x80, 0x0a]));
  repository.mark('v1.0,beta"é🎉');
  expect(await repository.read({ each: 'commit' })).toMatchObject([
    { claim: { commit: first, initiator: 'Ada, "the" 🦀   Lovelace' } },
    { claim: { commit: second, initiator: 'Zoë' } },
  ]);
  expect(await repository.read({ tags: ['*'] })).toMatchObject([
    { claim: { commit: second, version: 'v1.0,beta"é🎉' } },
  ]);
});

const signature = 'gpgsig -----BEGIN PGP SIGNATURE-----\n \n wsBc\n -----END PGP SIGNATURE-----';

it('leaves out the repository’s own settings of how to show a log', async () => {
  const repository = scratch();
  repository.commit({ at: 1, by: 'Zoë' });
  const signed = repository.git({ at: 1 }, ['cat-file', 'commit', 'HEAD']).replace('\n\n', `\n${signature}\n\n`);
  const id = repository.git({ at: 1 }, ['hash-object', '-t', 'commit', '-w', '--stdin'], `${signed}\n`);
  repository.mark('v1.0', id);
  const before = await repository.read();
  const settings = [
    'log.showSignature=true',
    'gpg.program=git',
    'log.decorate=no',
    'log.excludeDecoration=refs/tags/*',
    'color.ui=always',
  ];
  for (const setting of [...settings, 'column.ui=always', 'i18n.logOutputEncoding=latin1', 'format.pretty=oneline']) {
    repository.git({ at: 1 }, ['config', ...setting.split('=')]);
  }
  expect(await repository.read()).toEqual(before);
  expect(before).toHaveLength(1);
});
