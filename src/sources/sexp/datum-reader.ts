import type { Datum, Word } from './datum.ts';
import { Scanner, Unreadable } from './scanner.ts';

/** Records have three or four levels; this is room for any metadata, and too little to overflow a stack. */
const deepest = 100;
const blanks = /\s+/y;
const atom = /[^\s()[\]";]+/y;
/** In a printed record `>` closes it; a symbol that holds one is not printed so that it could be read again. */
const atomInRecord = /[^\s()[\]";>]+/y;
const numeric = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const booleans: Readonly<Record<string, string>> = { '#t': 'true', '#true': 'true', '#f': 'false', '#false': 'false' };

/**
 * Reads the data of Scheme as Guile writes it: lists and dotted pairs, strings, symbols, numbers, booleans, keywords, vectors,
 * comments, and records as they are printed: `#<<deployment-event> id: "…">` is taken for `(deployment-event #:id "…")`.
 */
export class DatumReader {
  private readonly scanner: Scanner;
  private depth = 0;
  private inRecord = false;

  /** Reads from `at` on. More text may follow unless it is `complete`. */
  constructor(text: string, at: number, complete: boolean) {
    this.scanner = new Scanner(text, at, complete);
  }

  /** How far it has read. */
  get at(): number {
    return this.scanner.at;
  }

  /** Goes past blanks and comments; false when only those were left. */
  seek(): boolean {
    const { scanner } = this;
    for (;;) {
      scanner.take(blanks);
      if (scanner.at === scanner.text.length) return false;
      if (scanner.looksAt(';')) scanner.skipLine();
      else if (scanner.looksAt('#|')) scanner.skipBlockComment();
      else if (scanner.looksAt('#!')) scanner.skipPast('!#');
      else if (scanner.looksAt('#;')) {
        scanner.at += 2;
        this.read();
      } else return true;
    }
  }

  /** @throws Unreadable, or Unfinished when the text ends before the datum does. */
  read(from = this.scanner.at): Datum {
    if (!this.seek()) throw this.scanner.ending(from);
    if (this.depth === deepest) throw new Unreadable(this.at, `it is nested more than ${deepest} levels deep`);
    this.depth++;
    const datum = this.readHere();
    this.depth--;
    return datum;
  }

  private readHere(): Datum {
    const { scanner } = this;
    const first = scanner.text[scanner.at] ?? '';
    switch (first) {
      case '(':
      case '[':
        return this.readList(first === '(' ? ')' : ']');
      case '"':
        return { kind: 'string', text: scanner.takeQuoted('"') };
      case '|':
        return { kind: 'symbol', text: scanner.takeQuoted('|') };
      case '#':
        return this.readHash();
      case "'":
      case '`':
        scanner.at++;
        return this.read();
      case ',':
        throw new Unreadable(scanner.at, 'an unquote needs a program to fill it in');
      case ')':
      case ']':
        throw new Unreadable(scanner.at, `"${first}" closes nothing`);
      default:
        return wordOf(this.readAtom());
    }
  }

  private readAtom(): string {
    return this.scanner.takeWhole(this.inRecord ? atomInRecord : atom);
  }

  private readList(closer: string): Datum {
    const { scanner, inRecord } = this;
    const from = scanner.at++;
    this.inRecord = false;
    const items: Datum[] = [];
    let tail: Datum | undefined;
    for (;;) {
      if (!this.seek()) throw scanner.ending(from);
      if (scanner.looksAt(closer)) break;
      if (tail !== undefined) throw new Unreadable(scanner.at, 'only one value may follow the dot of a pair');
      if (items.length > 0 && this.takeDot()) tail = this.read(from);
      else items.push(this.read(from));
    }
    scanner.at++;
    this.inRecord = inRecord;
    return joined(items, tail);
  }

  private takeDot(): boolean {
    return this.scanner.take(/\.(?=[\s()[\]";])/y) !== '';
  }

  private readHash(): Datum {
    const { scanner } = this;
    if (scanner.looksAt('#(')) {
      scanner.at++;
      return this.readList(')');
    }
    if (scanner.looksAt('#<')) return this.readRecord();
    if (scanner.looksAt('#{')) return this.readBracedSymbol();
    if (scanner.looksAt('#\\'))
      return { kind: 'string', text: scanner.takeWhole(/#\\(?:[^\s()[\]";]+|[\s\S])/y).slice(2) };
    const from = scanner.at;
    const word = this.readAtom();
    if (word.startsWith('#:')) return { kind: 'keyword', text: word.slice(2) };
    if (word === '#nil') return { kind: 'list', items: [] };
    const truth = booleans[word];
    if (truth !== undefined) return { kind: 'boolean', text: truth };
    throw new Unreadable(from, `${JSON.stringify(word.slice(0, 20))} is not read as data`);
  }

  /** A symbol that could not be written plainly: `#{two words}#`. */
  private readBracedSymbol(): Word {
    const { scanner } = this;
    const from = scanner.at;
    scanner.skipPast('}#', from);
    return { kind: 'symbol', text: scanner.text.slice(from + 2, scanner.at - 2) };
  }

  private readRecord(): Datum {
    const { scanner, inRecord } = this;
    const from = scanner.at;
    scanner.at += 2;
    const name = scanner.takeWhole(/<[^\s<>()]+>|[^\s<>()]+/y).replaceAll(/[<>]/g, '');
    const items: Datum[] = [{ kind: 'symbol', text: name }];
    for (;;) {
      this.inRecord = true;
      if (!this.seek()) throw scanner.ending(from);
      if (scanner.looksAt('>')) break;
      const item = this.read(from);
      const isKey = item.kind === 'symbol' && item.text.endsWith(':');
      items.push(isKey ? { kind: 'keyword', text: item.text.slice(0, -1) } : item);
    }
    scanner.at++;
    this.inRecord = inRecord;
    return { kind: 'list', items };
  }
}

function joined(items: readonly Datum[], tail: Datum | undefined): Datum {
  if (tail === undefined) return { kind: 'list', items };
  if (tail.kind === 'list') return { ...tail, items: [...items, ...tail.items] };
  return { kind: 'list', items, tail };
}

function wordOf(text: string): Word {
  if (text.startsWith(':')) return { kind: 'keyword', text: text.slice(1) };
  return { kind: numeric.test(text) ? 'number' : 'symbol', text };
}
