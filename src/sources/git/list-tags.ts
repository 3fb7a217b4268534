import type { Git } from './git-program.ts';
import { nulRecords } from './nul-records.ts';
import { usableSeconds } from './read-history.ts';

/** A tag of the repository, without the commit that it points at. */
export interface Tag {
  readonly name: string;
  /** What an annotated tag says of itself; undefined for a lightweight one, which is only a name. */
  readonly note: TagNote | undefined;
}

export interface TagNote {
  readonly tagger: string;
  /** Unix seconds; undefined when there is none, as in tags of long ago, or none from 1970 to 9999. */
  readonly seconds: number | undefined;
  /** The first line of the message. */
  readonly subject: string;
}

const fields = ['refname:strip=2', 'objecttype', 'taggerdate:unix', 'taggername', 'contents:subject'];

/** Lists the tags that any of the patterns fits, as `git tag --list` reads them; without patterns all. */
export async function listTags(git: Git, patterns: readonly string[]): Promise<Tag[]> {
  const format = fields.map((field) => `%(${field})%00`).join('');
  const output = git(['tag', '--list', '--no-column', `--format=${format}`, '--', ...patterns]);
  const tags: Tag[] = [];
  for await (const record of nulRecords(output, fields.length)) {
    const [name = '', type, seconds = '', tagger = '', subject = ''] = record.map(String);
    tags.push({ name, note: type === 'tag' ? { tagger, seconds: usableSeconds(seconds), subject } : undefined });
  }
  return tags;
}
