const single: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
  '0': '\0',
};
const lineContinuation = /\\[\t ]*\r?\n[\t ]*/y;
/** `\x1b;` as in R7RS, `\x1b` as Guile writes it by default, `\u001b`, `\U00001b`. */
const numeric = /\\(?:x([0-9a-fA-F]{1,8});|x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6}))/y;

/** What the escape at `at` stands for and where it ends; undefined when it is none that Guile knows. */
export function readEscape(text: string, at: number): { readonly value: string; readonly end: number } | undefined {
  lineContinuation.lastIndex = at;
  if (lineContinuation.test(text)) return { value: '', end: lineContinuation.lastIndex };
  numeric.lastIndex = at;
  const digits = numeric
    .exec(text)
    ?.slice(1)
    .find((group) => group !== undefined);
  if (digits !== undefined) {
    const code = Number.parseInt(digits, 16);
    return code > 0x10ffff ? undefined : { value: String.fromCodePoint(code), end: numeric.lastIndex };
  }
  const next = text[at + 1];
  if (next === undefined) return undefined;
  const value = single[next] ?? (/[a-zA-Z0-9]/.test(next) ? undefined : next);
  return value === undefined ? undefined : { value, end: at + 2 };
}
