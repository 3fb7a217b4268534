import type { Colour } from '../svg/palette.ts';
import type { SketchTone } from './sketch.ts';

/** The colour of each tone. */
export const toneColours: Readonly<Record<SketchTone, Colour>> = {
  plain: 'muted',
  accent: 'accent',
  ok: 'ok',
  warn: 'warn',
  bad: 'bad',
  unknown: 'unknown',
};

/** What stands before a text that has a tone, for languages that cannot colour it and for readers who see no colours. */
export const toneMarks: Readonly<Record<SketchTone, string>> = {
  plain: '',
  accent: '◆ ',
  ok: '',
  warn: '▲ ',
  bad: '✖ ',
  unknown: '? ',
};
