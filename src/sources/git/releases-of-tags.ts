import type { Tag } from './list-tags.ts';
import type { History } from './read-history.ts';
import { compareReleases, type Release, type Releases } from './release.ts';
import { readTagName, type TagName } from './tag-name.ts';

/** Names of tags that are no deployments, by the reason. */
export interface SkippedTags {
  readonly notVersions: readonly string[];
  readonly preReleases: readonly string[];
  /** `v1` or `v1.2` on the commit of `v1.2.3`, or `1.2.3` beside `v1.2.3`. */
  readonly aliases: readonly string[];
  /** Tags of files and trees. */
  readonly withoutCommit: readonly string[];
}

export interface TagChoice {
  /** The service of every release, when it is given. */
  readonly service: string | undefined;
  /** The service of the tags that name none. */
  readonly repository: string;
  /** Takes every tag, also what looks like no version or like a pre-release. */
  readonly everyName: boolean;
}

interface Candidate {
  readonly release: Release;
  readonly preRelease: boolean;
}

/** The releases that the tags stand for, and the tags that are none. */
export function releasesOfTags(
  tags: readonly Tag[],
  history: History,
  choice: TagChoice,
): Releases & { readonly skipped: SkippedTags } {
  const skipped = { notVersions: [] as string[], preReleases: [] as string[], withoutCommit: [] as string[] };
  const candidates: Candidate[] = [];
  const undated: string[] = [];
  for (const tag of tags) {
    const named = readTagName(tag.name);
    const commit = history.tagged.get(tag.name);
    const seconds = tag.note?.seconds ?? (commit === undefined ? undefined : history.graph.seconds(commit));
    if (!choice.everyName && !named.looksLikeVersion) skipped.notVersions.push(tag.name);
    else if (!choice.everyName && named.preRelease) skipped.preReleases.push(tag.name);
    else if (commit === undefined) skipped.withoutCommit.push(tag.name);
    else if (seconds === undefined) undated.push(tag.name);
    else {
      const initiator = tag.note?.tagger || history.graph.author(commit);
      const told = { name: tag.name, commit, seconds, initiator, subject: tag.note?.subject };
      candidates.push({ release: { ...told, ...namesOf(tag, named, choice) }, preRelease: named.preRelease });
    }
  }
  const aliases = aliasesAmong(candidates);
  const releases = candidates.map(({ release }) => release).filter((release) => !aliases.has(release));
  const names = [...aliases].map(({ name }) => name);
  return { releases: releases.sort(compareReleases), undated, skipped: { ...skipped, aliases: names } };
}

function namesOf(tag: Tag, named: TagName, { service, repository }: TagChoice): Pick<Release, 'service' | 'version'> {
  const owner = isSame(named.service, repository) ? repository : named.service;
  // Under another service's name the prefix is what tells two packages of one version apart.
  const keepsPrefix = service !== undefined && owner !== undefined && !isSame(owner, service);
  return {
    service: service ?? owner ?? repository,
    version: keepsPrefix ? { ...named.version, text: tag.name } : named.version,
  };
}

function isSame(name: string | undefined, other: string): boolean {
  return name?.toLowerCase() === other.toLowerCase();
}

/** A tag that follows the newest version, or names a version a second time, is no deployment of its own. */
function aliasesAmong(candidates: readonly Candidate[]): Set<Release> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { commit, service } = candidate.release;
    const place = `${commit} ${service}`;
    groups.set(place, [...(groups.get(place) ?? []), candidate]);
  }
  const aliases = [...groups.values()].flatMap((group) =>
    group.filter(({ release }) => group.some((other) => standsFor(release, other))),
  );
  return new Set(aliases.map(({ release }) => release));
}

function standsFor(release: Release, { release: other, preRelease }: Candidate): boolean {
  const [text, otherText] = [plain(release.version.text), plain(other.version.text)];
  if (text === otherText) return compareReleases(other, release) < 0;
  return !preRelease && otherText.startsWith(`${text}.`);
}

function plain(version: string): string {
  return version.toLowerCase().replace(/^v(?=\d)/, '');
}
