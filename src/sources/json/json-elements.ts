import { LedgerError } from '../../domain/errors.ts';

/** The text of one element of an array, or of one whole object, and where in the file it starts, from 1. */
export interface JsonElement {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** The longest element, in characters: half of what the engine can hold in one string. */
const longestElement = 2 ** 28;
const newline = 0x0a;
const quote = 0x22;
const comma = 0x2c;
const openBracket = 0x5b;
const backslash = 0x5c;
const closeBracket = 0x5d;
const openBrace = 0x7b;
const closeBrace = 0x7d;

/**
 * Cuts JSON into the elements of its arrays without reading them, so that memory stays at one element and a broken one does
 * not harm its neighbours. Several arrays or objects may follow one another, as `gh api --paginate` prints its pages.
 * @throws LedgerError `invalid` where the text is neither array nor object, ends inside one, or is empty.
 */
export async function* jsonElements(texts: AsyncIterable<string>): AsyncGenerator<JsonElement> {
  const cutter = new ElementCutter();
  for await (const text of texts) yield* cutter.cut(text);
  cutter.end();
}

class ElementCutter {
  private inArray = false;
  private afterComma = false;
  private inString = false;
  private escaped = false;
  private depth = 0;
  private line = 1;
  private column = 0;
  private empty = true;
  /** Where the element being read starts; undefined between elements. */
  private start: { readonly line: number; readonly column: number } | undefined;
  /** Its text so far, as earlier chunks had it. */
  private held = '';

  *cut(text: string): Generator<JsonElement> {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at);
      this.column++;
      if (code === newline) this.endLine();
      else if (this.inString) this.readString(code);
      else if (code > 0x20 && this.depth === 0 && this.isFrame(code)) {
        const isElement = this.start !== undefined || code === comma || (code === closeBracket && this.afterComma);
        this.inArray = code !== closeBracket;
        this.afterComma = code === comma;
        if (isElement) yield this.take(this.start === undefined ? '' : text.slice(from, at));
      } else if (code > 0x20) {
        if (this.start === undefined) from = at;
        this.readContent(code);
        if (this.depth === 0 && !this.inArray) yield this.take(text.slice(from, at + 1));
      }
    }
    if (this.start !== undefined) this.hold(text.slice(from));
  }

  end(): void {
    if (this.empty) throw new LedgerError('invalid', 'the file is empty: it holds no JSON');
    if (!this.inArray && this.start === undefined) return;
    const line = this.start?.line ?? this.line;
    throw new LedgerError('invalid', `the JSON is cut short: it ends inside what starts at line ${line}`);
  }

  /** Whether a character outside of all elements is one of an array that holds them: `[`, `,` or `]`. */
  private isFrame(code: number): boolean {
    this.empty = false;
    if (this.inArray) return code === comma || code === closeBracket;
    if (code === openBracket) return true;
    if (code === openBrace) return false;
    const found = JSON.stringify(String.fromCharCode(code));
    throw new LedgerError(
      'invalid',
      `not JSON: ${found} at line ${this.line}, column ${this.column}, where an array or an object should start`,
    );
  }

  private readContent(code: number): void {
    this.start ??= { line: this.line, column: this.column };
    if (code === quote) this.inString = true;
    else if (code === openBrace || code === openBracket) this.depth++;
    else if ((code === closeBrace || code === closeBracket) && this.depth > 0) this.depth--;
  }

  private readString(code: number): void {
    if (this.escaped) this.escaped = false;
    else if (code === backslash) this.escaped = true;
    else if (code === quote) this.inString = false;
  }

  /** No string of JSON holds a line end: one that meets it is broken, and ends there for the sake of what follows. */
  private endLine(): void {
    this.line++;
    this.column = 0;
    this.inString = false;
    this.escaped = false;
  }

  private take(rest: string): JsonElement {
    const element = { text: this.held + rest, ...(this.start ?? { line: this.line, column: this.column }) };
    this.start = undefined;
    this.held = '';
    return element;
  }

  private hold(text: string): void {
    this.held += text;
    if (this.held.length <= longestElement) return;
    throw new LedgerError('invalid', `the element at line ${this.start?.line} is too long to read at once`, {
      hint: 'write an array of records, or one record a line and import it as jsonl',
    });
  }
}
