/** Puts words into lines, as many as fit; a word that fits in no line stands alone and sticks out. */
export function wrapWords(words: readonly string[], width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let left = 0;
  for (const word of words) {
    const needed = widthOf(`${word} `);
    if (lines.length > 0 && needed <= left) {
      lines[lines.length - 1] += ` ${word}`;
      left -= needed;
    } else {
      lines.push(word);
      left = width - widthOf(word);
    }
  }
  return lines;
}
