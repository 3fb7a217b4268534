import type { PictureOptions } from '../picture-options.ts';
import { textElement } from '../svg/element.ts';
import { legendRow } from '../svg/legend-row.ts';
import { svgDocument } from '../svg/svg-document.ts';
import { fitText, textWidth } from '../svg/text-width.ts';
import { wrapWords } from '../wrap-words.ts';
import type { Sketch } from './sketch.ts';
import { toneSquare } from './tone-square.ts';

const margin = 24;
const titleSize = 18;
const noteSize = 12;
const noteHeight = 18;
const narrowest = 480;

/** What a frame is put around: markup that starts at (0, 0), and its size. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly markup: readonly string[];
}

/** Puts title, legend and notes around a drawing and makes a document of it. */
export function framed(
  { name, title, description, legend, notes }: Omit<Sketch, 'groups' | 'nodes' | 'edges'>,
  drawing: Drawing,
  { width: shownWidth, height: shownHeight }: PictureOptions,
): string {
  const widest = notes.reduce((most, note) => Math.max(most, textWidth(note, noteSize)), narrowest);
  const inner = Math.max(drawing.width, Math.min(widest, 900));
  const items = legend.map(({ tone, label }) => ({ sample: toneSquare(tone, 0, 0, 13), text: label }));
  const rows = legendRow(items, margin, 52, inner);
  const top = rows.bottom + (items.length > 0 ? 14 : 4);
  const noteLines = notes
    .flatMap((note) => wrapWords(note.split(' '), inner, (text) => textWidth(text, noteSize)))
    .map((line) => fitText(line, inner, noteSize));
  const notesTop = top + drawing.height + 26;
  return svgDocument({
    id: name,
    width: inner + 2 * margin,
    height: notesTop + noteLines.length * noteHeight,
    shown: { width: shownWidth, height: shownHeight },
    title,
    description,
    body: [
      heading(title, inner),
      ...rows.markup,
      `<g transform="translate(${margin} ${Math.round(top)})">`,
      ...drawing.markup,
      '</g>',
      ...noteLines.map((line, index) => noteLine(line, notesTop + index * noteHeight)),
    ],
  });
}

function heading(title: string, width: number): string {
  const look = { x: margin, y: 36, 'font-size': titleSize, 'font-weight': 600, class: 'fill-ink' };
  return textElement('text', look, fitText(title, width, titleSize * 1.05));
}

function noteLine(line: string, y: number): string {
  return textElement('text', { x: margin, y, 'font-size': noteSize, class: 'fill-muted' }, line);
}
