import type { Git } from './git-program.ts';
import { textOf } from './nul-records.ts';

/**
 * What people call the repository: the last part of the address of its remote `origin`, else the name of its folder.
 * @throws LedgerError as the git program does.
 */
export async function repositoryName(git: Git): Promise<string> {
  const remote = await textOf(git(['config', '--default', '', '--get', 'remote.origin.url']));
  return nameInAddress(remote.trim()) ?? nameOfFolder(await textOf(git(['rev-parse', '--absolute-git-dir'])));
}

/** The repository's name in `https://host/owner/api.git`, `git@host:owner/api` or a path; undefined when it has none. */
function nameInAddress(address: string): string | undefined {
  if (address.includes('://')) return lastPart(decoded(address.replace(/^[^:]+:\/\/[^/]*/, '')));
  return lastPart(address.replace(/^[^/\\]{2,}?:/, ''));
}

function nameOfFolder(gitDirectory: string): string {
  return lastPart(gitDirectory.replace(/\r?\n$/, '').replace(/\/worktrees\/[^/]+$/, '')) ?? 'repository';
}

function lastPart(path: string): string | undefined {
  const part = path
    .replace(/[/\\]+$/, '')
    .replace(/[/\\]\.git$/, '')
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\.git$/, '');
  return part === undefined || part.trim() === '' ? undefined : part;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
