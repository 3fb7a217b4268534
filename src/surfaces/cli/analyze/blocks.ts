const heights = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const widths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'] as const;

/** The place of a value that is not known. */
const gap = '·';

/** Values ≥ 0 as a line of at most so many blocks, the greatest the highest; where they are more, a block is the mean of some. */
export function sparkline(values: readonly (number | null)[], most = 12): string {
  const size = Math.max(1, Math.ceil(values.length / most));
  const means = Array.from({ length: Math.ceil(values.length / size) }, (_, place) => {
    const known = values.slice(place * size, (place + 1) * size).filter((value) => value !== null);
    return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
  });
  const greatest = Math.max(0, ...means.map((mean) => mean ?? 0));
  return means.map((mean) => (mean === null ? gap : block(greatest === 0 ? 0 : mean / greatest))).join('');
}

function block(share: number): string {
  return heights[Math.round(share * (heights.length - 1))] ?? gap;
}

/** A share from 0 to 1 as a bar of at most `width` blocks, exact to an eighth of one. What is more than nothing is never empty. */
export function bar(share: number, width: number): string {
  const eighths = share <= 0 ? 0 : Math.max(1, Math.round(share * width * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + (widths[eighths % 8] ?? '');
}
