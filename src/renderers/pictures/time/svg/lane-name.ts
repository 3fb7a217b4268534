import { element, textElement } from '../../svg/element.ts';
import { fitText, textWidth } from '../../svg/text-width.ts';

export const nameSize = 12;

/** The pixels that names take at the left of a drawing: what the longest needs, at most a quarter of the whole. */
export function nameWidth(names: readonly string[], total: number): number {
  const longest = names.reduce((most, name) => Math.max(most, textWidth(name, nameSize)), 40);
  return Math.min(longest, total / 4) + 10;
}

/** A name that ends at the left of its lane, cut where it must be; the whole is its tooltip. */
export function laneNameText(
  name: string,
  right: number,
  y: number,
  shown: string = fitText(name, right - 10, nameSize),
): string {
  const text = textElement(
    'text',
    { x: right - 8, y, 'text-anchor': 'end', 'font-size': nameSize, class: 'fill-ink' },
    shown,
  );
  return element('g', {}, textElement('title', {}, name), text);
}
