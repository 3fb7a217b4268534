import { wrapText } from './wrap-text.ts';

/** Texts of ours, each from a new line on and broken to the width. */
export function paragraphs(texts: readonly string[], width: number): string {
  return `${texts.flatMap((text) => wrapText(text, width)).join('\n')}\n`;
}
