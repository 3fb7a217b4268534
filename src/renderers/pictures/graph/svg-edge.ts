import { described, element, textElement } from '../svg/element.ts';
import { textWidth } from '../svg/text-width.ts';
import type { Point } from './layout/graph-shape.ts';
import type { SketchEdge, SketchTone } from './sketch.ts';
import { toneColours } from './tone-looks.ts';

const labelSize = 11.5;

/** The heads of arrows, one for each tone; `name` keeps the ids of several pictures on one page apart. */
export function arrowHeads(name: string, tones: ReadonlySet<SketchTone>): string {
  const heads = [...tones].map((tone) =>
    element(
      'marker',
      {
        id: headId(name, tone),
        viewBox: '0 0 8 8',
        refX: 7.5,
        refY: 4,
        markerWidth: 7,
        markerHeight: 7,
        orient: 'auto-start-reverse',
      },
      element('path', { d: 'M0 0L8 4L0 8z', class: `fill-${toneColours[tone]}` }),
    ),
  );
  return heads.length === 0 ? '' : element('defs', {}, ...heads);
}

/** Draws an edge along its points, with its label half-way. */
export function drawEdge(name: string, { tone, label, tooltip }: SketchEdge, points: readonly Point[]): string {
  const line = element('path', {
    d: curve(points),
    fill: 'none',
    'stroke-width': tone === 'plain' ? 1.2 : 1.8,
    'marker-end': `url(#${headId(name, tone)})`,
    class: `stroke-${toneColours[tone]}`,
  });
  return described(tooltip, line, label === undefined ? '' : labelAt(label, middle(points)));
}

/** How much room the label of an edge needs. */
export function edgeLabelWidth({ label }: SketchEdge): number {
  return label === undefined ? 0 : textWidth(label, labelSize) + 8;
}

/** Straight through columns, and in a bend from one to the next, level at both ends. */
function curve([first, ...rest]: readonly Point[]): string {
  if (first === undefined) return '';
  let last = first;
  const steps = rest.map((point) => {
    const bend = (last.x + point.x) / 2;
    const step =
      point.y === last.y
        ? `L${at(point)}`
        : `C${at({ x: bend, y: last.y })} ${at({ x: bend, y: point.y })} ${at(point)}`;
    last = point;
    return step;
  });
  return `M${at(first)}${steps.join('')}`;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

function middle(points: readonly Point[]): Point {
  const half = Math.floor((points.length - 1) / 2);
  const [a, b] = [points[half], points[half + 1]];
  return { x: ((a?.x ?? 0) + (b?.x ?? 0)) / 2, y: ((a?.y ?? 0) + (b?.y ?? 0)) / 2 };
}

function labelAt(label: string, { x, y }: Point): string {
  const width = textWidth(label, labelSize) + 8;
  const back = { x: x - width / 2, y: y - 9, width, height: 18, rx: 4, class: 'fill-paper' };
  const text = { x, y: y + 4, 'text-anchor': 'middle', 'font-size': labelSize, class: 'fill-ink' };
  return element('rect', back) + textElement('text', text, label);
}

function headId(name: string, tone: SketchTone): string {
  return `${name}-head-${tone}`;
}
