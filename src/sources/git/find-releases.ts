import { LedgerError } from '../../domain/errors.ts';
import type { Git } from './git-program.ts';
import { listTags } from './list-tags.ts';
import { textOf } from './nul-records.ts';
import { type History, readHistory } from './read-history.ts';
import type { Releases } from './release.ts';
import { releasesOfBranch } from './releases-of-branch.ts';
import { releasesOfTags, type SkippedTags } from './releases-of-tags.ts';
import { repositoryName } from './repository-name.ts';

/** What counts as a deployment: a tag, or each merge or commit on the branch that HEAD names. */
export type Each = 'tag' | 'merge' | 'commit';

/** Which releases are asked for. */
export interface Wanted {
  /** The service of every release. Else a tag's own prefix (`web@1.2.3`), else the repository's name. */
  readonly service?: string | undefined;
  /** `tag` when absent. */
  readonly each?: Each | undefined;
  /** Which tags are deployments, as `git tag --list` reads patterns. Else those that look like versions, without pre-releases. */
  readonly tags?: readonly string[] | undefined;
}

export interface Found extends Releases {
  readonly history: History;
  readonly skipped: SkippedTags;
  /** Whether commits are missing because the clone is shallow. */
  readonly shallow: boolean;
}

interface Repository {
  readonly git: Git;
  /** The commit of HEAD; empty in a repository without commits. */
  readonly head: string;
  readonly shallow: boolean;
}

const nothingSkipped: SkippedTags = { notVersions: [], preReleases: [], aliases: [], withoutCommit: [] };

/**
 * Finds a repository's releases.
 * @throws LedgerError `not-found` when it has none, saying what there is instead; `invalid` for tags with `each` merge or commit.
 */
export async function findReleases(git: Git, wanted: Wanted): Promise<Found> {
  const { each = 'tag', tags = [] } = wanted;
  if (each !== 'tag' && tags.length > 0) {
    throw new LedgerError('invalid', `tags cannot be chosen when each ${each} is a deployment`, { field: 'tags' });
  }
  const answer = await textOf(git(['rev-parse', '--is-shallow-repository', '--revs-only', 'HEAD']));
  const [shallow, head = ''] = answer.split('\n');
  const repository: Repository = { git, head, shallow: shallow === 'true' };
  const found = each === 'tag' ? await fromTags(repository, wanted) : await fromBranch(repository, each, wanted);
  if (found === undefined || found.releases.length + found.undated.length === 0) {
    throw new LedgerError('not-found', whatIsMissing(repository, each, tags), {
      hint: await whatToDo(repository, each),
    });
  }
  return found;
}

async function fromTags(repository: Repository, { service, tags = [] }: Wanted): Promise<Found | undefined> {
  const { git, shallow } = repository;
  const listed = await listTags(git, tags);
  if (listed.length === 0) return undefined;
  const history = await readHistory(git, '--tags');
  const choice = { service, repository: service ?? (await repositoryName(git)), everyName: tags.length > 0 };
  return { history, shallow, ...releasesOfTags(listed, history, choice) };
}

async function fromBranch(
  repository: Repository,
  each: 'merge' | 'commit',
  wanted: Wanted,
): Promise<Found | undefined> {
  const { git, head, shallow } = repository;
  if (head === '') return undefined;
  const history = await readHistory(git, head);
  const service = wanted.service ?? (await repositoryName(git));
  const tip = history.graph.size - 1;
  return { history, shallow, skipped: nothingSkipped, ...releasesOfBranch(history.graph, tip, each, service) };
}

function whatIsMissing({ head }: Repository, each: Each, tags: readonly string[]): string {
  if (head === '') return 'the repository has no commits yet';
  if (each !== 'tag') return `there is no ${each} on the branch of HEAD`;
  return tags.length > 0
    ? `no tag fits ${tags.map((tag) => `"${tag}"`).join(' or ')}`
    : 'no tag looks like a released version';
}

async function whatToDo({ git, head, shallow }: Repository, each: Each): Promise<string | undefined> {
  if (shallow) return 'the clone is shallow: git fetch --unshallow --tags brings the rest';
  if (head === '') return undefined;
  if (each !== 'tag') return 'take every commit: --each commit';
  const all = (await listTags(git, [])).map(({ name }) => name);
  const instead = 'or take every merge with --each merge, every commit with --each commit';
  if (all.length === 0) return `the repository has no tags; tag its releases, ${instead}`;
  return `it has ${all.length} tags, such as ${all.slice(-3).join(', ')}; choose some with --tags PATTERN, ${instead}`;
}
