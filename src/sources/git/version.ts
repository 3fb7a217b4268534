/** Where a version stands to the plain one of the same numbers: before it, it itself, or after it. */
type Stage = -1 | 0 | 1;

/** A version taken apart, so that it can be compared. */
export interface Version {
  readonly text: string;
  /** Without zeros at the end: `1.2.0` has 1 and 2. */
  readonly numbers: readonly string[];
  readonly stage: Stage;
  /** The words and numbers behind, in lower case: `-rc.10` has rc and 10. */
  readonly suffix: readonly string[];
}

const preReleaseWord =
  /^(?:alpha|beta|rc|cr|pre|preview|prerelease|dev|devel|snapshot|nightly|canary|next|milestone|eap?|unstable|edge|test)$/i;
/** Letters that say so only as in `3.10.0b1`: OpenSSL's `1.1.1b` is a release. */
const preReleaseLetters = new Set(['a', 'b', 'c', 'm']);

/** Whether this word marks what is not yet released. */
export function isPreReleaseWord(word: string): boolean {
  return preReleaseWord.test(word);
}

/** Takes a version apart: its numbers, dotted or with `_`, and the rest behind them; a text without version is all rest. */
export function versionOf(text: string, numbers: string, rest: string): Version {
  const suffix = wordsOf(rest.split('+', 1)[0] ?? '');
  return { text, numbers: withoutTrailingZeros(numbers), suffix, stage: stageOf(suffix) };
}

/**
 * Orders versions as people count them: 1.9 before 1.10, 1.0.0-rc.2 before 1.0.0-rc.10 before 1.0.0 before 1.0.0-1, as Semantic
 * Versioning 2.0.0 §11 does where it applies. Total: only equal texts are equal.
 */
export function compareVersions(a: Version, b: Version): number {
  return (
    compareLists(a.numbers, b.numbers) ||
    a.stage - b.stage ||
    compareLists(a.suffix, b.suffix) ||
    (a.text < b.text ? -1 : Number(a.text > b.text))
  );
}

function stageOf(suffix: readonly string[]): Stage {
  const [first, second] = suffix;
  if (first === undefined) return 0;
  const lettered = preReleaseLetters.has(first) && isNumber(second ?? '');
  return lettered || suffix.some(isPreReleaseWord) ? -1 : 1;
}

function withoutTrailingZeros(numbers: string): string[] {
  const parts = wordsOf(numbers);
  return parts.slice(0, parts.findLastIndex((part) => part !== '0') + 1);
}

/** Numbers lose their leading zeros, so that their length and then their digits order them, however long they are. */
function wordsOf(text: string): string[] {
  const words = text.toLowerCase().match(/\d+|[^\d._~+\-/@]+/g) ?? [];
  return words.map((word) => (isNumber(word) ? word.replace(/^0+(?=\d)/, '') : word));
}

function compareLists(a: readonly string[], b: readonly string[]): number {
  for (const [place, word] of a.entries()) {
    const other = b[place];
    const order = other === undefined ? 1 : compareWords(word, other);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

/** A number comes before a word, numbers by value, words by code point. */
function compareWords(a: string, b: string): number {
  const numeric = isNumber(a);
  if (numeric !== isNumber(b)) return numeric ? -1 : 1;
  if (numeric && a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : Number(a > b);
}

function isNumber(word: string): boolean {
  return /^\d/.test(word);
}
