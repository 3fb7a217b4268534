import type { Box, Point } from './graph-shape.ts';

/** Packs boxes that nothing joins into columns of about equal height; the total stays within `width` if one column does. */
export function packBoxes(boxes: readonly Box[], width: number, gap: number) {
  const widest = boxes.reduce((most, box) => Math.max(most, box.width), 0);
  const count = Math.max(1, Math.min(boxes.length, Math.floor((width + gap) / (widest + gap))));
  const heights = Array<number>(count).fill(0);
  const corners = new Map<string, Point>();
  for (const { id, height } of boxes) {
    const column = heights.indexOf(Math.min(...heights));
    const y = heights[column] ?? 0;
    corners.set(id, { x: column * (widest + gap), y });
    heights[column] = y + height + gap;
  }
  return {
    boxes: corners,
    width: count * (widest + gap) - gap,
    height: Math.max(0, ...heights.map((height) => height - gap)),
  };
}
