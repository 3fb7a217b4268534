export type VersionJump =
  | 'major'
  | 'minor'
  | 'patch'
  | 'next'
  | 'skipping'
  | 'same'
  | 'downgrade'
  | 'first'
  | 'unknown';

interface Version {
  /** What stands before the numbers, such as `release-`, or ''; a `v` alone is nothing. */
  readonly prefix: string;
  readonly numbers: readonly number[];
  /** What makes it a pre-release, such as `rc.1`; '' for a release. */
  readonly preRelease: string;
}

/** Semantic versions (semver.org) with one to three numbers, a `v` and other prefixes allowed; longer numbers are dates or hashes. */
const pattern =
  /^([^0-9]*[^0-9.])?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/**
 * How far a deployment went from the version before: `major`, `minor` and `patch` as in semantic versions; for counted releases, such as
 * `release_123`, `next` or `skipping` some; `first` where no version was before, and `unknown` where the names do not tell.
 */
export function versionJump(previous: string | null, version: string): VersionJump {
  if (previous === null) return 'first';
  if (previous === version) return 'same';
  const [before, after] = [parse(previous), parse(version)];
  if (before === undefined || after === undefined || before.prefix !== after.prefix) return 'unknown';
  const place = firstDifference(before.numbers, after.numbers);
  if (place < 0) return withinRelease(before.preRelease, after.preRelease);
  const step = (after.numbers[place] ?? 0) - (before.numbers[place] ?? 0);
  if (step < 0) return 'downgrade';
  if (before.numbers.length > 1 || after.numbers.length > 1) return parts[place] ?? 'unknown';
  return step === 1 ? 'next' : 'skipping';
}

const parts = ['major', 'minor', 'patch'] as const;

function parse(text: string): Version | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, prefix = '', ...rest] = match;
  const numbers = rest.slice(0, 3).flatMap((digits) => (digits === undefined ? [] : Number(digits)));
  return { prefix: /^v$/i.test(prefix) ? '' : prefix, numbers, preRelease: rest[3] ?? '' };
}

function firstDifference(a: readonly number[], b: readonly number[]): number {
  return parts.findIndex((_, place) => (a[place] ?? 0) !== (b[place] ?? 0));
}

/** The step from one pre-release to another is not measured; which of two comes first is for their authors to know. */
function withinRelease(before: string, after: string): VersionJump {
  if (before === after) return 'same';
  if (after === '') return 'patch';
  return before === '' ? 'downgrade' : 'unknown';
}
