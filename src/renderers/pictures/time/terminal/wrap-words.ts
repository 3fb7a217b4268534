import { displayWidth } from '../../../terminal/display-width.ts';
import { breakLines } from '../break-lines.ts';

/** Breaks a text at its blanks into lines of at most `width` columns, longer words excepted. */
export function wrapWords(text: string, width: number): string[] {
  return breakLines(text, (line) => displayWidth(line) <= width);
}
