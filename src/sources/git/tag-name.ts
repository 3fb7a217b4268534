import { isPreReleaseWord, type Version, versionOf } from './version.ts';

/** What a tag's name says. */
export interface TagName {
  /** The service that it names in front of the version; undefined when it names none. */
  readonly service: string | undefined;
  readonly version: Version;
  readonly looksLikeVersion: boolean;
  readonly preRelease: boolean;
}

const digits = String.raw`(?<numbers>\d+(?:[._]\d+)*)`;
const ending = String.raw`(?<rest>(?:[-+._~a-z][-+._~\w]*)?)`;
/** `1.2.3`, `v1.2.3-rc.1`, `2024.01.15`. */
const bare = new RegExp(`^(?<marker>v?)${digits}${ending}$`, 'i');
/** `REL9_6_1`, `r42`. */
const glued = new RegExp(`^(?<marker>release|rel|version|ver|r)${digits}${ending}$`, 'i');
/** `release-1.2.3`, `web@1.2.3`, `cmd/tool/v1.2.3`. */
const prefixed = new RegExp(`^(?<prefix>.+?)(?<separator>[-@/_])(?<marker>v?)${digits}${ending}$`, 'i');

/** Words in front of a version that say what a tag is for and name no service. */
const generic =
  /^(?:releases?|rel|versions?|ver|v|r|tags?|stable|prod|production|live|deploy|deployed|deployment|build)?$/i;

/**
 * Reads a tag's name. A prefix such as `web` in `web@1.2.3`, `web/v1.2.3` or `web-1.2.3` names a service, unless it is a word
 * such as `release`; the version is what is left of the name, as it is written. A text without version is one by itself.
 */
export function readTagName(tag: string): TagName {
  const { prefix = '', separator = '', marker = '', numbers, rest = '' } = shapeOf(tag);
  if (numbers === undefined) {
    return { service: undefined, version: versionOf(tag, '', tag), looksLikeVersion: false, preRelease: false };
  }
  const looksLikeVersion = marker !== '' || isVersion(numbers, rest, prefix, separator);
  const service = looksLikeVersion ? serviceIn(prefix) : undefined;
  const text = service === undefined ? tag : tag.slice(prefix.length + separator.length);
  const version = versionOf(text, numbers, rest);
  const preRelease = version.stage < 0 || (separator !== '@' && isPreReleaseWord(prefix));
  return { service, version, looksLikeVersion, preRelease };
}

type Part = 'prefix' | 'separator' | 'marker' | 'numbers' | 'rest';

function shapeOf(tag: string): Partial<Record<Part, string>> {
  return (bare.exec(tag) ?? glued.exec(tag) ?? prefixed.exec(tag))?.groups ?? {};
}

/** A single number is a version where nothing else could be meant: `42`, `2024a`, `web@2`, `release-7`; but not `issue-42`. */
function isVersion(numbers: string, rest: string, prefix: string, separator: string): boolean {
  if (/[._]/.test(numbers)) return true;
  if (prefix === '') return /^(?:[a-z]|(?:[-+._~]\d+)*)$/i.test(rest);
  return separator === '@' || serviceIn(prefix) === undefined;
}

function serviceIn(prefix: string): string | undefined {
  return prefix.split('/').filter(saysWho).join('/') || undefined;
}

function saysWho(part: string): boolean {
  return part.split(/[-_]/).some((word) => !generic.test(word));
}
