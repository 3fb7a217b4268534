/** What a colour means. The terminal's own palette decides how it looks. */
export type Tone = 'ok' | 'bad' | 'warn' | 'dim' | 'strong';

/** The SGR parameters that begin and end each tone (ECMA-48 §8.3.117). */
const sgr: Record<Tone, readonly [number, number]> = {
  ok: [32, 39],
  bad: [31, 39],
  warn: [33, 39],
  dim: [2, 22],
  strong: [1, 22],
};

/** Wraps `text` in the escape sequences of `tone`; returns it as it is without a tone, a text or `color`. */
export function paint(text: string, tone: Tone | undefined, color: boolean | undefined): string {
  if (color !== true || tone === undefined || text === '') return text;
  const [begin, end] = sgr[tone];
  return `\u001b[${begin}m${text}\u001b[${end}m`;
}
