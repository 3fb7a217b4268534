import type { TimeFrame } from '../../../../analysis/pictures/time/time-frame.ts';
import { timeTicks } from '../../../../analysis/pictures/time/time-ticks.ts';
import { element, textElement } from '../../svg/element.ts';

const labelRoom = 70;

/** Where a moment is drawn; what lies outside the frame is drawn at its edge. */
export function timeScale({ fromMs, toMs }: TimeFrame, left: number, right: number): (ms: number) => number {
  return (ms) => left + Math.min(1, Math.max(0, (ms - fromMs) / (toMs - fromMs))) * (right - left);
}

/** Lines down from `top` to `bottom` at the ticks of the frame, and their names below. */
export function timeGrid(frame: TimeFrame, left: number, right: number, top: number, bottom: number): string[] {
  const x = timeScale(frame, left, right);
  const ticks = timeTicks(frame, Math.max(2, Math.floor((right - left) / labelRoom)));
  return ticks.flatMap(({ atMs, label }) => [
    element('line', { x1: x(atMs), x2: x(atMs), y1: top, y2: bottom, class: 'stroke-rule' }),
    textElement(
      'text',
      { x: x(atMs), y: bottom + 15, 'text-anchor': 'middle', 'font-size': 11, class: 'fill-muted' },
      label,
    ),
  ]);
}
