import { compareVersions, type Version } from './version.ts';

/** A version of a service that reached the environment, as the repository tells it. */
export interface Release {
  readonly service: string;
  readonly version: Version;
  /** What names it in the repository: the tag, or the commit's short id. */
  readonly name: string;
  /** The number of its commit in the graph. */
  readonly commit: number;
  /** Unix seconds, from 1970 to 9999. */
  readonly seconds: number;
  readonly initiator: string;
  /** What the tagger wrote, one line. */
  readonly subject: string | undefined;
}

/** The releases of a repository, oldest first, and the names of those that have no usable time. */
export interface Releases {
  readonly releases: readonly Release[];
  readonly undated: readonly string[];
}

/** By time, then by version, then by name. */
export function compareReleases(a: Release, b: Release): number {
  return (
    a.seconds - b.seconds || compareVersions(a.version, b.version) || (a.name < b.name ? -1 : Number(a.name > b.name))
  );
}
