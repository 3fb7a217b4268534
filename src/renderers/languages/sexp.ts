import type { RowWriter } from './row-writer.ts';

const plainSymbol = /^[A-Za-z_][\w./-]*$/;
const named: Record<string, string> = { '"': '\\"', '\\': '\\\\', '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/**
 * A JSON value as a datum that Guile 3 reads with its default options: objects are association lists keyed by symbols,
 * arrays lists, booleans `#t` and `#f`, null `#nil`: false in a condition and empty as a list, yet distinct from both.
 * The text is ASCII, so that it reads the same in every locale.
 */
export function sexp(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return sexpString(value);
    case 'boolean':
      return value ? '#t' : '#f';
    case 'number':
      return Number.isFinite(value) ? String(value) : '#nil';
    case 'object':
      if (value === null) return '#nil';
      return Array.isArray(value) ? `(${value.map(sexp).join(' ')})` : `(${sexpPairs(value).join(' ')})`;
    default:
      return '#nil';
  }
}

/** One record, a field a line. */
export function sexpRecord(record: object): string {
  return `(${sexpPairs(record).join('\n ')})\n`;
}

/** One list of all rows, a row a line. */
export function sexpWriter(): RowWriter<unknown> {
  return { open: '(', row: (row, index) => `${index === 0 ? '' : '\n '}${sexp(row)}`, close: () => ')\n' };
}

function sexpPairs(record: object): string[] {
  return Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `(${sexpSymbol(key)} . ${sexp(value)})`);
}

function sexpString(text: string): string {
  return `"${text.replace(/[^ !#-[\]-~]/gu, (character) => named[character] ?? codeEscape(character))}"`;
}

// Guile's default reader takes exactly two, four or six digits; R6RS's `\x41;` needs an option in strings, not in symbols.
function codeEscape(character: string): string {
  const codePoint = scalarValue(character);
  const digits = codePoint.toString(16);
  if (codePoint <= 0xff) return `\\x${digits.padStart(2, '0')}`;
  return codePoint <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(6, '0')}`;
}

function sexpSymbol(key: string): string {
  if (plainSymbol.test(key)) return key;
  return `#{${key.replace(/[^\w ./:@-]/gu, (character) => `\\x${scalarValue(character).toString(16)};`)}}#`;
}

function scalarValue(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0;
  return codePoint >= 0xd800 && codePoint <= 0xdfff ? 0xfffd : codePoint;
}
