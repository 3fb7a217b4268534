import { displayWidth } from '../../../terminal/display-width.ts';
import { wrapWords } from '../../wrap-words.ts';

/** Breaks a text at its blanks into lines of at most `width` columns, longer words excepted. */
export function wrapText(text: string, width: number): string[] {
  return wrapWords(text.split(' '), width, displayWidth);
}
