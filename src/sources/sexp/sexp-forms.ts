import { LedgerError } from '../../domain/errors.ts';
import { countLineEnds } from '../text-chunks.ts';
import type { Datum } from './datum.ts';
import { DatumReader } from './datum-reader.ts';
import { Unfinished, Unreadable } from './scanner.ts';

/** One datum at the top level of a file and the line where it starts, from 1; or why it cannot be read. */
export type SexpForm =
  | { readonly line: number; readonly datum: Datum; readonly error?: undefined }
  | { readonly line: number; readonly datum?: undefined; readonly error: LedgerError };

/** The longest form, in characters: half of what the engine can hold in one string. */
const longestForm = 2 ** 28;

/**
 * The data of a file one after another; memory stays at the longest. After one that cannot be read it goes on with the next
 * line that starts with a parenthesis, which is where a form starts in all Scheme that a printer or an editor has laid out.
 * @throws LedgerError `invalid` when a form is too long to hold.
 */
export async function* sexpForms(texts: AsyncIterable<string>): AsyncGenerator<SexpForm> {
  const reader = new FormReader();
  // A form that did not end is read again from its start, but only when twice as much of it is there: the work stays linear.
  let enough = 0;
  for await (const text of texts) {
    reader.held += text;
    if (reader.held.length < enough) continue;
    yield* reader.forms(false);
    enough = 2 * reader.held.length;
    if (reader.held.length > longestForm) {
      throw new LedgerError('invalid', `what starts at line ${reader.line} is too long to read at once`);
    }
  }
  yield* reader.forms(true);
}

class FormReader {
  /** Text that has not been read yet, the line where it starts, and how many characters of that line are gone. */
  held = '';
  line = 1;
  private gone = 0;

  *forms(complete: boolean): Generator<SexpForm> {
    let at = 0;
    for (let step = readForm(this.held, at, complete); step !== undefined; step = readForm(this.held, at, complete)) {
      const line = this.line + countLineEnds(this.held.slice(at, step.start));
      if (step.fault !== undefined) yield { line, error: this.explain(step.fault, at) };
      else if (step.datum !== undefined) yield { line, datum: step.datum };
      this.line = line + countLineEnds(this.held.slice(step.start, step.end));
      at = step.end;
      if (at === this.held.length) break;
    }
    const lineStart = this.held.slice(0, at).lastIndexOf('\n') + 1;
    this.gone = at - lineStart + (lineStart === 0 ? this.gone : 0);
    this.held = this.held.slice(at);
  }

  /** `at` is where `line` is. */
  private explain(fault: Unreadable, at: number): LedgerError {
    const line = this.line + countLineEnds(this.held.slice(at, fault.offset));
    const lineStart = this.held.slice(0, fault.offset).lastIndexOf('\n') + 1;
    const column = fault.offset - lineStart + 1 + (lineStart === 0 ? this.gone : 0);
    const place = `line ${line}, column ${column}`;
    return new LedgerError('invalid', `not an S-expression: ${fault.message}, at ${place}`, { cause: fault });
  }
}

interface Step {
  readonly start: number;
  readonly end: number;
  readonly datum?: Datum;
  readonly fault?: Unreadable;
}

/** Reads the next form, or goes to the end when none is left; undefined when the text ends inside of it. */
function readForm(text: string, from: number, complete: boolean): Step | undefined {
  const reader = new DatumReader(text, from, complete);
  let start: number | undefined;
  try {
    const found = reader.seek();
    start = reader.at;
    return found ? { start, datum: reader.read(), end: reader.at } : { start, end: start };
  } catch (fault) {
    if (fault instanceof Unfinished) return undefined;
    if (!(fault instanceof Unreadable)) throw fault;
    start ??= fault.offset;
    const next = text.indexOf('\n(', start);
    if (next === -1 && !complete) return undefined;
    return { start, end: next === -1 ? text.length : next + 1, fault };
  }
}
