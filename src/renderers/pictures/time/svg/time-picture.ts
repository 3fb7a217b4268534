import type { PictureOptions } from '../../picture-options.ts';
import { element, textElement } from '../../svg/element.ts';
import { type LegendItem, legendRow } from '../../svg/legend-row.ts';
import { svgDocument } from '../../svg/svg-document.ts';
import { textWidth } from '../../svg/text-width.ts';
import { wrapWords } from '../../wrap-words.ts';

export const margin = 20;
const titleSize = 17;
const textSize = 12;
const lineHeight = 17;
const narrowest = 480;
const usualWidth = 960;

/** What a picture says besides its drawing. */
export interface TimePicture {
  /** A word of small letters. */
  readonly name: string;
  readonly title: string;
  /** In sentences; what is read out instead of the picture. */
  readonly summary: string;
  /** Whether the drawing itself says all of the summary. */
  readonly hidesSummary?: boolean;
  readonly legend: readonly LegendItem[];
  /** Said below it, such as what was left out; those that are empty are not. */
  readonly notes: readonly string[];
  /** Markup from (0, 0) on, and the height that it takes. */
  readonly drawing: { readonly height: number; readonly markup: readonly string[] };
}

/** The width that a drawing has for itself. */
export function drawingWidth({ width }: PictureOptions): number {
  return Math.max(narrowest, width ?? usualWidth) - 2 * margin;
}

/** The height that a drawing should keep to, where one was asked for. */
export function drawingHeight({ height }: PictureOptions): number | undefined {
  return height === undefined ? undefined : Math.max(120, height - 190);
}

/** Puts title, summary, legend and notes around a drawing and makes a document of it. */
export function timePicture(picture: TimePicture, options: PictureOptions): string {
  const inner = drawingWidth(options);
  const title = lines(picture.title, 34, titleSize, inner, { 'font-weight': 600, class: 'fill-ink' });
  const summary = lines(picture.hidesSummary ? '' : picture.summary, title.bottom + 2, textSize, inner, {
    class: 'fill-muted',
  });
  const legend = legendRow(picture.legend, margin, summary.bottom - 4, inner);
  const top = legend.bottom + 8;
  const notes = picture.notes.filter((note) => note !== '').join(' ');
  const below = lines(notes, top + picture.drawing.height + 22, textSize, inner, { class: 'fill-muted' });
  return svgDocument({
    id: picture.name,
    width: inner + 2 * margin,
    height: below.bottom + 2,
    shown: { width: options.width, height: options.height },
    title: picture.title,
    description: [picture.summary, notes].join(' ').trim(),
    body: [
      ...title.markup,
      ...summary.markup,
      ...legend.markup,
      element('g', { transform: `translate(${margin} ${top})` }, ...picture.drawing.markup),
      ...below.markup,
    ],
  });
}

function lines(text: string, y: number, size: number, width: number, look: Readonly<Record<string, string | number>>) {
  const broken = text === '' ? [] : wrapWords(text.split(' '), width, (line) => textWidth(line, size));
  const step = size === textSize ? lineHeight : size * 1.3;
  const markup = broken.map((line, index) =>
    textElement('text', { x: margin, y: y + index * step, 'font-size': size, ...look }, line),
  );
  return { markup, bottom: y + broken.length * step };
}
