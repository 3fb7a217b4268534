export interface SyntaxFault {
  /** Characters before the mistake. */
  readonly offset: number;
  readonly why: string;
}

const blank = /[\t\n\r ]*/y;
const simple = /[{}[\]:,]|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])|(?:true|false|null)(?!\w)/y;
const plainCharacters = /[^"\\\p{Cc}]*/uy;
const escapeSequence = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

type Expecting = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma' | 'end';

const expectations: Readonly<Record<Expecting, string>> = {
  value: 'a value was expected',
  'first value': 'a value or "]" was expected',
  key: 'a name in double quotes was expected',
  'first key': 'a name in double quotes or "}" was expected',
  colon: '":" was expected',
  comma: '"," or the closing bracket was expected',
  end: 'nothing more was expected',
};

/** Finds the first mistake in a text that JSON.parse (RFC 8259) refused: the engine's own message names no position. */
export function locateSyntaxError(text: string): SyntaxFault {
  const open: string[] = [];
  let expecting: Expecting = 'value';
  let offset = endOf(blank, text, 0);
  for (;;) {
    const end = text[offset] === '"' ? endOfString(text, offset) : endOf(simple, text, offset);
    const next: Expecting | undefined =
      end === offset ? undefined : step(expecting, symbolOf(text.slice(offset, end)), open);
    if (next === undefined) return { offset, why: reason(text, offset, expecting) };
    expecting = next;
    offset = endOf(blank, text, end);
  }
}

/** Where a match that starts at `from` ends; `from` when there is none. */
function endOf(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : from;
}

/** Where the string that opens at `from` ends; `from` when it is broken. One regular expression would overflow on long ones. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  for (;;) {
    at = endOf(plainCharacters, text, at);
    if (text[at] === '"') return at + 1;
    const next = text[at] === '\\' ? endOf(escapeSequence, text, at) : at + (text.charCodeAt(at) >= 0x7f ? 1 : 0);
    if (next === at) return from;
    at = next;
  }
}

function symbolOf(word: string): string {
  if (word.startsWith('"')) return 'string';
  return word.length === 1 && '{}[]:,'.includes(word) ? word : 'literal';
}

/** What may follow `symbol`, or undefined when it must not stand here. */
function step(expecting: Expecting, symbol: string, open: string[]): Expecting | undefined {
  const wantsValue = expecting === 'value' || expecting === 'first value';
  if (wantsValue && (symbol === '{' || symbol === '[')) {
    open.push(symbol);
    return symbol === '{' ? 'first key' : 'first value';
  }
  if (wantsValue && (symbol === 'string' || symbol === 'literal')) return afterValue(open);
  if ((expecting === 'key' || expecting === 'first key') && symbol === 'string') return 'colon';
  if (expecting === 'colon' && symbol === ':') return 'value';
  if (expecting === 'comma' && symbol === ',') return open.at(-1) === '{' ? 'key' : 'value';
  const closes = expecting === 'comma' || expecting === (open.at(-1) === '{' ? 'first key' : 'first value');
  if (!closes || symbol !== (open.at(-1) === '{' ? '}' : ']')) return undefined;
  open.pop();
  return afterValue(open);
}

function afterValue(open: readonly string[]): Expecting {
  return open.length === 0 ? 'end' : 'comma';
}

function reason(text: string, offset: number, expecting: Expecting): string {
  if (offset === text.length) return 'it ends too early';
  if (text[offset] === '"' && endOfString(text, offset) === offset) return 'a string is broken that starts';
  return `${expectations[expecting]} and ${JSON.stringify(text.slice(offset, offset + 20))} found`;
}
