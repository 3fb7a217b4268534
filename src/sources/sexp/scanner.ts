import { readEscape } from './escape-sequence.ts';

/** The text ends inside of something, and more of it may come. */
export class Unfinished extends Error {}

/** What is written at `offset` cannot be read. */
export class Unreadable extends Error {
  readonly offset: number;

  constructor(offset: number, why: string) {
    super(why);
    this.offset = offset;
  }
}

/**
 * A place in a text of Scheme and the smallest steps from there. Each throws Unreadable where the text is broken, and Unfinished
 * at its end unless the text is `complete`.
 */
export class Scanner {
  readonly text: string;
  readonly complete: boolean;
  at: number;

  constructor(text: string, at: number, complete: boolean) {
    this.text = text;
    this.at = at;
    this.complete = complete;
  }

  looksAt(word: string): boolean {
    return this.text.startsWith(word, this.at);
  }

  /** Steps over what a sticky pattern matches here, which it gives. */
  take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const [matched = ''] = pattern.exec(this.text) ?? [];
    this.at += matched.length;
    return matched;
  }

  /** Like take, for what only ends where something else begins: at the end of the text there may be more of it. */
  takeWhole(pattern: RegExp): string {
    const from = this.at;
    const matched = this.take(pattern);
    if (this.at === this.text.length && !this.complete) throw new Unfinished();
    if (matched === '') throw new Unreadable(from, `${JSON.stringify(this.text.slice(from, from + 2))} cannot be read`);
    return matched;
  }

  /** Steps over everything up to `end` and over it. */
  skipPast(end: string, from = this.at): void {
    const found = this.text.indexOf(end, this.at);
    if (found === -1) throw this.ending(from);
    this.at = found + end.length;
  }

  skipLine(): void {
    const end = this.text.indexOf('\n', this.at);
    if (end === -1 && !this.complete) throw new Unfinished();
    this.at = end === -1 ? this.text.length : end + 1;
  }

  /** Steps over a comment `#| … |#`, in which others may lie. */
  skipBlockComment(): void {
    const from = this.at;
    let depth = 0;
    do {
      const opens = this.text.indexOf('#|', this.at);
      const closes = this.text.indexOf('|#', this.at);
      const inner = opens !== -1 && (closes === -1 || opens < closes);
      if (!inner && closes === -1) throw this.ending(from);
      depth += inner ? 1 : -1;
      this.at = (inner ? opens : closes) + 2;
    } while (depth > 0);
  }

  /** Reads what stands between two `mark`s, a string or a symbol in bars, with its escapes. */
  takeQuoted(mark: '"' | '|'): string {
    const from = this.at++;
    const plain = mark === '"' ? /[^"\\]*/y : /[^|\\]*/y;
    let value = '';
    for (;;) {
      value += this.take(plain);
      if (this.at === this.text.length) throw this.ending(from);
      if (this.looksAt(mark)) break;
      if (this.text.length - this.at < 12 && !this.complete) throw new Unfinished();
      const escaped = readEscape(this.text, this.at);
      if (escaped === undefined)
        throw new Unreadable(this.at, `the escape ${this.text.slice(this.at, this.at + 2)} is unknown`);
      value += escaped.value;
      this.at = escaped.end;
    }
    this.at++;
    return value;
  }

  /** The end of the text in the middle of what began at `from`. */
  ending(from: number): Unfinished | Unreadable {
    if (!this.complete) return new Unfinished();
    return new Unreadable(from, 'what starts here is not closed');
  }
}
