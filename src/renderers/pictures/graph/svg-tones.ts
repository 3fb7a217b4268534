import { element, textElement } from '../svg/element.ts';
import { textWidth } from '../svg/text-width.ts';
import type { LegendEntry, SketchTone } from './sketch.ts';
import { toneColours, toneMarks } from './tone-looks.ts';

const legendSize = 12;
const rowHeight = 20;

/** A square in the colour of a tone, with the sign that says the same to those who see no colours. */
export function toneSquare(tone: SketchTone, x: number, y: number, size: number): string {
  const sign = toneMarks[tone].trim();
  const square = element('rect', { x, y, width: size, height: size, rx: 2, class: `fill-${toneColours[tone]}` });
  if (sign === '') return square;
  const place = { x: x + size / 2, y: y + size * 0.82, 'text-anchor': 'middle', 'font-size': size * 0.85 };
  return square + textElement('text', { ...place, class: 'fill-paper' }, sign);
}

/** The legend as one or more rows from (x, y) on, within a width. */
export function legendRows(entries: readonly LegendEntry[], x: number, y: number, width: number) {
  let [left, top] = [x, y];
  const markup = entries.map(({ tone, label }) => {
    const needed = 20 + textWidth(label, legendSize) + 18;
    if (left > x && left + needed > x + width) [left, top] = [x, top + rowHeight];
    const text = textElement('text', { x: left + 19, y: top + 11, 'font-size': legendSize, class: 'fill-ink' }, label);
    const entry = toneSquare(tone, left, top, 13) + text;
    left += needed;
    return entry;
  });
  return { markup, height: entries.length === 0 ? 0 : top - y + rowHeight };
}
