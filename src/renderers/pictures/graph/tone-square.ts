import { element, textElement } from '../svg/element.ts';
import type { SketchTone } from './sketch.ts';
import { toneColours, toneMarks } from './tone-looks.ts';

/** A square in the colour of a tone, with the sign that says the same to those who see no colours. */
export function toneSquare(tone: SketchTone, x: number, y: number, size: number): string {
  const sign = toneMarks[tone].trim();
  const square = element('rect', { x, y, width: size, height: size, rx: 2, class: `fill-${toneColours[tone]}` });
  if (sign === '') return square;
  const place = { x: x + size / 2, y: y + size * 0.82, 'text-anchor': 'middle', 'font-size': size * 0.85 };
  return square + textElement('text', { ...place, class: 'fill-paper' }, sign);
}
