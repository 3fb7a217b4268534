import type { GitSummary } from '../../sources/git/read-git.ts';

const mostNamed = 3;

/** What a person should know about a repository that was imported: what was left out, and why. */
export function gitNotes({ skipped, shallow, undatedCommits }: GitSummary): string[] {
  const { notVersions, preReleases, aliases, withoutCommit } = skipped;
  return [
    leftOut(notVersions, 'without a version; choose tags with --tags'),
    leftOut(preReleases, 'of pre-releases; choose them with --tags'),
    leftOut(aliases, 'as second names of a release'),
    leftOut(withoutCommit, 'without a commit'),
    shallow ? 'the clone is shallow: commits are missing; git fetch --unshallow --tags brings them' : '',
    undatedCommits > 0 ? `left out ${undatedCommits} commits that have no usable date` : '',
  ].filter((note) => note !== '');
}

function leftOut(tags: readonly string[], why: string): string {
  if (tags.length === 0) return '';
  const named = tags.slice(0, mostNamed).join(', ');
  return `left out ${tags.length} ${tags.length === 1 ? 'tag' : 'tags'} ${why} (${named}${tags.length > mostNamed ? ' …' : ''})`;
}
