import { described, element, textElement } from '../svg/element.ts';
import { fitText, textWidth } from '../svg/text-width.ts';
import type { Box, Point } from './layout/graph-shape.ts';
import type { SketchNode } from './sketch.ts';
import { toneColours } from './tone-looks.ts';
import { toneSquare } from './tone-square.ts';

const labelSize = 13;
const lineSize = 11.5;
const lineHeight = 17;
const widestText = 230;
const narrowestText = 60;
const side = 14;
const markSpace = 16;

/** The rectangle that a node needs. */
export function nodeBox({ id, label, lines, tone }: SketchNode): Box {
  const texts = [
    // Bold text is about a tenth wider.
    textWidth(label, labelSize * 1.1) + (hasMark(tone) ? markSpace : 0),
    ...lines.map((line) => textWidth(line.text, lineSize) + (hasMark(line.tone) ? markSpace : 0)),
  ];
  const text = Math.min(
    widestText,
    texts.reduce((most, width) => Math.max(most, width), narrowestText),
  );
  return { id, width: Math.ceil(text + 2 * side), height: 34 + lines.length * lineHeight + (lines.length > 0 ? 4 : 0) };
}

/** Draws a node into its box. */
export function drawNode(node: SketchNode, { width, height }: Box, { x, y }: Point): string {
  const frame = element('rect', {
    x,
    y,
    width,
    height,
    rx: 6,
    'stroke-width': node.tone === 'plain' ? 1 : 2,
    class: `fill-panel stroke-${toneColours[node.tone]}`,
  });
  const head = { text: node.label, tone: node.tone, size: labelSize, weight: 600 };
  const rows = node.lines.map((line) => ({ ...line, size: lineSize, weight: undefined }));
  const texts = [head, ...rows].map(({ text, tone, size, weight }, index) => {
    const baseline = y + 22 + (index === 0 ? 0 : index * lineHeight + 3);
    const mark = hasMark(tone) ? toneSquare(tone, x + side, baseline - 10, 11) : '';
    const left = x + side + (mark === '' ? 0 : markSpace);
    const room = x + width - side / 2 - left;
    const style = { x: left, y: baseline, 'font-size': size, 'font-weight': weight };
    const shown = fitText(text, room, weight === undefined ? size : size * 1.1);
    return mark + textElement('text', { ...style, class: index === 0 ? 'fill-ink' : 'fill-muted' }, shown);
  });
  return described(node.tooltip, frame, ...texts);
}

function hasMark(tone: SketchNode['tone']): boolean {
  return tone !== 'plain';
}
