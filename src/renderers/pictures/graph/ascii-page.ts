import { displayWidth, truncate } from '../../terminal/display-width.ts';
import { printable } from '../../terminal/printable.ts';
import { paint, type Tone } from '../../terminal/tone.ts';
import type { PictureOptions } from '../picture-options.ts';
import { wrapWords } from '../wrap-words.ts';
import type { LegendEntry, SketchTone } from './sketch.ts';
import { toneMarks } from './tone-looks.ts';

/** What a terminal is taken to be where nobody says how wide it is. */
export const usualColumns = 100;

export const terminalTones: Readonly<Record<SketchTone, Tone | undefined>> = {
  plain: undefined,
  accent: 'strong',
  ok: 'ok',
  warn: 'warn',
  bad: 'bad',
  unknown: 'dim',
};

/** A stretch of text of one tone. */
export interface Span {
  readonly text: string;
  readonly tone?: Tone | undefined;
}

/**
 * Puts a picture of lines under its title, with a legend; lines beyond the height are counted, not drawn. Lines are cut to the
 * width, escape sequences never.
 */
export function asciiPage(
  title: string,
  lines: readonly (readonly Span[])[],
  legend: readonly LegendEntry[],
  notes: readonly string[],
  { width = usualColumns, height, color }: PictureOptions,
): string {
  const signs = legend
    .filter(({ tone }) => toneMarks[tone] !== '')
    .map(({ tone, label }) => `${toneMarks[tone]}${label}`);
  const footer = [...notes, ...(signs.length === 0 ? [] : [signs.join('   ')])].flatMap((note) =>
    wrapWords(printable(note).split(' '), width, displayWidth),
  );
  const room = height === undefined ? lines.length : height - 3 - footer.length;
  const shown = lines.length <= room ? lines : lines.slice(0, Math.max(0, room - 1));
  const hidden = lines.length - shown.length;
  const all: (readonly Span[])[] = [
    [{ text: title, tone: 'strong' }],
    [],
    ...shown,
    ...(hidden === 0 ? [] : [[{ text: `… and ${hidden} more lines`, tone: 'dim' as const }]]),
    ...(footer.length === 0 ? [] : [[]]),
    ...footer.map((text) => [{ text, tone: 'dim' as const }]),
  ];
  return all.map((line) => `${writeLine(line, width, color)}\n`).join('');
}

function writeLine(spans: readonly Span[], width: number, color: boolean): string {
  let written = '';
  let left = width;
  for (const { text, tone } of spans) {
    if (left < 1) break;
    const clean = printable(text);
    const fitted = truncate(clean, left);
    written += paint(fitted, tone, color);
    left -= fitted === clean ? displayWidth(fitted) : left;
  }
  return written.trimEnd();
}
