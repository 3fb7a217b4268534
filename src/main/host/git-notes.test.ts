import { expect, test } from 'vitest';
import { gitNotes } from './git-notes.ts';

const nothing = { notVersions: [], preReleases: [], aliases: [], withoutCommit: [] };

test('has nothing to say when nothing was left out', () => {
  expect(gitNotes({ releases: 3, skipped: nothing, shallow: false, undatedCommits: 0 })).toEqual([]);
});

test('names what was left out, and why', () => {
  const skipped = { ...nothing, notVersions: ['nightly', 'a', 'b', 'c'], aliases: ['v1'] };
  const notes = gitNotes({ releases: 3, skipped, shallow: true, undatedCommits: 2 });
  expect(notes).toEqual([
    'left out 4 tags without a version; choose tags with --tags (nightly, a, b …)',
    'left out 1 tag as second names of a release (v1)',
    'the clone is shallow: commits are missing; git fetch --unshallow --tags brings them',
    'left out 2 commits that have no usable date',
  ]);
});
