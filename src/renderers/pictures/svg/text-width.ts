const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4c6\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6b\uff01-\uff60\p{Emoji_Presentation}]/u;
const ascii = /^[ -~]*$/;

/** Widths in em of a wide sans-serif (DejaVu Sans, Verdana), so that text fits in any other, too. */
const emWidths: readonly (readonly [RegExp, number])[] = [
  [/[ijlI'|.,:;!]/, 0.36],
  [/[ ftr()[\]{}"/\\-]/, 0.43],
  [/[mwMW@%]/, 0.97],
  [/[A-Z&#+=<>~]/, 0.74],
  [/[\p{Mn}\p{Me}\p{Cf}]/u, 0],
];

let segmenter: Intl.Segmenter | undefined;

/** About how many pixels a line of text takes at a font size, rather too many than too few. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += emWidth(character);
  return em * fontSize;
}

/** Cuts text to a number of pixels, between graphemes, and says so with `…`. */
export function fitText(text: string, pixels: number, fontSize: number): string {
  if (textWidth(text, fontSize) <= pixels) return text;
  let kept = '';
  let used = textWidth('…', fontSize);
  for (const grapheme of graphemes(text)) {
    used += textWidth(grapheme, fontSize);
    if (used > pixels) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}

function emWidth(character: string): number {
  for (const [pattern, width] of emWidths) if (pattern.test(character)) return width;
  return wide.test(character) ? 1.1 : 0.64;
}

function graphemes(text: string): Iterable<string> {
  if (ascii.test(text)) return text;
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}
