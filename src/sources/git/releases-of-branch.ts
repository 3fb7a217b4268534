import type { CommitGraph } from './commit-graph.ts';
import type { Release, Releases } from './release.ts';
import { versionOf } from './version.ts';

/** Digits of a commit's id that name it: enough for a million commits to differ. */
const shortIdLength = 12;

/** The commits, or only the merges, on the branch that leads to `head`, oldest first; what was merged in lies beside it. */
export function releasesOfBranch(
  graph: CommitGraph,
  head: number,
  each: 'merge' | 'commit',
  service: string,
): Releases {
  const releases: Release[] = [];
  const undated: string[] = [];
  for (let commit: number | undefined = head; commit !== undefined; commit = graph.parents(commit)[0]) {
    if (each === 'merge' && graph.parents(commit).length < 2) continue;
    const name = graph.sha(commit).slice(0, shortIdLength);
    const [version, seconds] = [versionOf(name, '', name), graph.seconds(commit)];
    const initiator = graph.author(commit);
    if (seconds === undefined) undated.push(name);
    else releases.push({ service, version, name, commit, seconds, initiator, subject: undefined });
  }
  return { releases: releases.reverse(), undated };
}
