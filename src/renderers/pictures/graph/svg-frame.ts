import type { PictureOptions } from '../picture-options.ts';
import { textElement } from '../svg/element.ts';
import { svgDocument } from '../svg/svg-document.ts';
import { fitText, textWidth } from '../svg/text-width.ts';
import { wrapWords } from '../wrap-words.ts';
import type { Sketch } from './sketch.ts';
import { legendRows } from './svg-tones.ts';

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
  const rows = legendRows(legend, margin, 52, inner);
  const top = 52 + rows.height + (rows.height > 0 ? 14 : 4);
  const noteLines = notes
    .flatMap((note) => wrapWords(note.split(' '), inner, (text) => textWidth(text, noteSize)))
    .map((line) => fitText(line, inner, noteSize));
  const notesTop = top + drawing.height + 26;
  const heading = textElement(
    'text',
    { x: margin, y: 36, 'font-size': titleSize, 'font-weight': 600, class: 'fill-ink' },
    fitText(title, inner, titleSize * 1.05),
  );
  return svgDocument({
    id: name,
    width: inner + 2 * margin,
    height: notesTop + noteLines.length * noteHeight,
    shown: { width: shownWidth, height: shownHeight },
    title,
    description,
    body: [
      heading,
      ...rows.markup,
      `<g transform="translate(${margin} ${Math.round(top)})">`,
      ...drawing.markup,
      '</g>',
      ...noteLines.map((line, index) =>
        textElement(
          'text',
          { x: margin, y: notesTop + index * noteHeight, 'font-size': noteSize, class: 'fill-muted' },
          line,
        ),
      ),
    ],
  });
}
