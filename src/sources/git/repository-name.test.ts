import { expect, it, onTestFinished } from 'vitest';
import { ScratchRepository } from '../../../test/support/scratch-repository.ts';
import { repositoryName } from './repository-name.ts';

async function nameWith(origin: string): Promise<string> {
  return repositoryName(async function* (args) {
    yield Buffer.from(args[0] === 'config' ? `${origin}\n` : '/repo/folder/.git\n');
  });
}

it.each([
  'https://github.com/acme/api.git',
  'https://token@github.com/acme/api/',
  'ssh://git@host:22/acme/api',
  'git@github.com:acme/api.git',
  'host:api.git',
  'file:///srv/git/api.git',
  '/srv/git/api/.git',
  '../api',
  'C:\\repositories\\api',
  'codecommit::eu-west-1://api',
])('is called by its origin %s', async (origin) => {
  expect(await nameWith(origin)).toBe('api');
});

it('reads what an address has to escape', async () => {
  expect(await nameWith('https://dev.azure.com/acme/Web/_git/My%20App')).toBe('My App');
  expect(await nameWith('https://host/100%')).toBe('100%');
});

it.each(['', 'https://token@host', 'https://host/'])(
  'is called by its folder when its origin is "%s"',
  async (origin) => {
    expect(await nameWith(origin)).toBe('folder');
  },
);

it('is called by its folder when it has no origin, in a part of it, a bare clone or a second work tree too', async () => {
  const repository = new ScratchRepository(onTestFinished, process.env, 'shop 🛒');
  repository.commit({ at: 1 });
  expect(await repositoryName(repository.program)).toBe('shop 🛒');
  repository.git({ at: 1 }, ['clone', '--quiet', '--bare', '.', '../other.git']);
  repository.git({ at: 1 }, ['-C', '../other.git', 'remote', 'remove', 'origin']);
  expect(await repositoryName(repository.programIn('../other.git'))).toBe('other');
  repository.git({ at: 1 }, ['worktree', 'add', '--quiet', '../second', '-b', 'second']);
  expect(await repositoryName(repository.programIn('../second'))).toBe('shop 🛒');
});
