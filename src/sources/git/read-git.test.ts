import { describe, expect, it, onTestFinished } from 'vitest';
import { brief } from '../../../test/support/brief-readings.ts';
import { plainEnvironment, ScratchRepository } from '../../../test/support/scratch-repository.ts';
import { gitProgram } from './git-program.ts';
import { type GitSummary, readGit } from './read-git.ts';

const scratch = () => new ScratchRepository(onTestFinished, process.env);

describe('an import again', () => {
  it('gives the same claims, and new tags only add theirs', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'v1.0');
    repository.merge({ at: 2 }, 'Add search');
    repository.release({ at: 3 }, 'v1.1');
    const first = await repository.read();
    expect(await repository.read()).toEqual(first);
    repository.merge({ at: 4 }, 'Add cart');
    repository.mark('v1.2');
    const second = await repository.read();
    expect(JSON.stringify(second.slice(0, 2))).toBe(JSON.stringify(first));
    expect(brief(second.slice(2))).toEqual(['api v1.2 +2']);
  });

  it('leaves out what is known, and still counts its commits as shipped', async () => {
    const repository = scratch();
    const first = repository.commit({ at: 1 });
    repository.release({ at: 1 }, 'v1.0');
    repository.commit({ at: 2 });
    repository.release({ at: 2 }, 'v1.1');
    repository.release({ at: 3 }, 'v1.2', first);
    const ids = (await repository.read()).map(
      (reading) => 'claim' in reading && 'id' in reading.claim && reading.claim.id,
    );
    repository.commit({ at: 4 });
    repository.release({ at: 4 }, 'v1.3');
    const known = async (id: string) => ids.includes(id);
    const readings = await repository.read({ known });
    expect(readings.map(({ line }) => line)).toEqual([4]);
    expect(brief(readings)).toEqual(['api v1.3 +1']);
  });
});

describe('what cannot be read', () => {
  it('is a folder that is not there or no repository', async () => {
    const repository = scratch();
    const nowhere = readGit(repository.programIn('nowhere')).next();
    await expect(nowhere).rejects.toMatchObject({ code: 'not-found', message: expect.stringContaining('nowhere') });
    const outside = readGit(gitProgram('/', plainEnvironment(process.env))).next();
    await expect(outside).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('not a git repository'),
      hint: 'name the folder of a git repository',
    });
  });

  it('is anything where there is no git', async () => {
    const reading = readGit(gitProgram('.', { PATH: '/nowhere' })).next();
    await expect(reading).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('git could not'),
    });
  });

  it.each(['tag', 'merge', 'commit'] as const)('is a repository without commits, by each %s', async (each) => {
    await expect(scratch().read({ each })).rejects.toMatchObject({
      code: 'not-found',
      message: 'the repository has no commits yet',
    });
  });

  it('is a repository without releases, which says what there is instead', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    await expect(repository.read()).rejects.toMatchObject({
      hint: expect.stringContaining('no tags; tag its releases'),
    });
    await expect(repository.read({ each: 'merge' })).rejects.toMatchObject({
      hint: expect.stringContaining('--each commit'),
    });
    repository.mark('nightly');
    await expect(repository.read()).rejects.toMatchObject({ hint: expect.stringContaining('1 tags, such as nightly') });
    await expect(repository.read({ tags: ['v*', 'r*'] })).rejects.toMatchObject({
      code: 'not-found',
      message: 'no tag fits "v*" or "r*"',
      hint: expect.stringContaining('such as nightly'),
    });
  });

  it('is a wish that contradicts itself', async () => {
    const reading = readGit(scratch().program, { each: 'merge', tags: ['v*'] }).next();
    await expect(reading).rejects.toMatchObject({ code: 'invalid', field: 'tags' });
  });

  it('is a repository that is damaged', async () => {
    const repository = scratch();
    const first = repository.commit({ at: 1 });
    repository.commit({ at: 2 });
    repository.mark('v1.0');
    repository.removeObject(first);
    await expect(repository.read()).rejects.toMatchObject({ code: 'storage', message: expect.stringContaining(first) });
  });

  it('is the date of a commit that has none, of which nothing is claimed', async () => {
    const repository = scratch();
    repository.commit({ at: 1 });
    repository.commit({ at: 2 });
    const broken = repository
      .git({ at: 1 }, ['cat-file', 'commit', 'HEAD'])
      .replaceAll(/(?<=> )\d+/g, '999999999999999');
    const odd = repository.git(
      { at: 1 },
      ['hash-object', '-t', 'commit', '-w', '--literally', '--stdin'],
      `${broken}\n`,
    );
    repository.git({ at: 1 }, ['reset', '--quiet', '--hard', odd]);
    repository.mark('v0.9');
    repository.release({ at: 3 }, 'v1.0');
    const summaries: GitSummary[] = [];
    const readings = await repository.read({ report: (summary) => summaries.push(summary) });
    expect(brief(readings)).toEqual([
      'line 1: v0.9 has no date from 1970 to 9999, so nobody knows when it was deployed',
      'api v1.0 +1',
    ]);
    expect(summaries).toMatchObject([{ releases: 2, undatedCommits: 1 }]);
  });
});

it('says that a clone is shallow, and reads what is there', async () => {
  const repository = scratch();
  for (const at of [1, 2, 3]) {
    repository.commit({ at });
    repository.release({ at }, `v${at}.0`);
  }
  const clone = (name: string, ...args: string[]) =>
    repository.git({ at: 1 }, [
      'clone',
      '--quiet',
      '--depth',
      '2',
      ...args,
      `file://${repository.folder}`,
      `../${name}`,
    ]);
  clone('some', '--branch', 'main');
  clone('none', '--no-tags');
  const summaries: GitSummary[] = [];
  const readings = [];
  for await (const reading of readGit(repository.programIn('../some'), { report: (found) => summaries.push(found) })) {
    readings.push(reading);
  }
  expect(brief(readings)).toEqual(['api v2.0 +1', 'api v3.0 +1']);
  expect(summaries).toMatchObject([{ shallow: true }]);
  const hint = expect.stringContaining('git fetch --unshallow');
  await expect(readGit(repository.programIn('../none')).next()).rejects.toMatchObject({ hint });
});

it('reads the repository that was named, whatever a hook left in the environment', async () => {
  const [repository, other] = [scratch(), scratch()];
  repository.commit({ at: 1 });
  repository.mark('v1.0');
  const git = gitProgram(repository.folder, {
    ...plainEnvironment(process.env),
    GIT_DIR: `${other.folder}/.git`,
    GIT_PREFIX: 'x/',
  });
  expect((await readGit(git).next()).value).toMatchObject({ claim: { version: 'v1.0' } });
});

it('ends a run of git of which nobody wants more', async () => {
  const endless = ['-c', 'alias.endless=!echo $$; exec sleep 1000', 'endless'];
  let pid = 0;
  for await (const chunk of scratch().program(endless)) {
    pid = Number(String(chunk));
    break;
  }
  expect(pid).toBeGreaterThan(0);
  await expect.poll(() => isRunning(pid)).toBe(false);
});

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
