import { element, textElement } from './element.ts';
import { textWidth } from './text-width.ts';

export interface LegendItem {
  /** Markup of a sample, within 16 × 14 pixels from (0, 0) on. */
  readonly sample: string;
  readonly text: string;
}

const textSize = 12;
const rowHeight = 21;

/** A legend from (x, y) on, in as many rows as it takes. */
export function legendRow(items: readonly LegendItem[], x: number, y: number, width: number) {
  let [left, top] = [x, y];
  const markup = items.map(({ sample, text }) => {
    const needed = 22 + textWidth(text, textSize) + 16;
    if (left > x && left + needed > x + width) [left, top] = [x, top + rowHeight];
    const label = textElement('text', { x: 22, y: 11, 'font-size': textSize, class: 'fill-ink' }, text);
    const item = element('g', { transform: `translate(${left} ${top})` }, sample, label);
    left += needed;
    return item;
  });
  return { markup, bottom: items.length === 0 ? top : top + rowHeight };
}
