const eighths = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/** A column of one character for a share, 0 to 1; a blank for nothing at all. */
export function columnBlock(share: number): string {
  if (share <= 0) return ' ';
  return eighths[Math.min(7, Math.max(0, Math.ceil(share * 8) - 1))] ?? '█';
}
