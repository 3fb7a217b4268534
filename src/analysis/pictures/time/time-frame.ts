import { partitionPoint } from '../../partition-point.ts';

/** What a picture shows: the moments `fromMs` ≤ t < `toMs`, in the time zone `tz`; it is never empty. */
export interface TimeFrame {
  readonly fromMs: number;
  readonly toMs: number;
  readonly tz: string;
}

/** The first moments, in whole milliseconds, of so many columns of the same width. */
export function evenColumns({ fromMs, toMs }: TimeFrame, count: number): number[] {
  return Array.from({ length: count }, (_, column) => fromMs + Math.floor(((toMs - fromMs) * column) / count));
}

/** The column, given the first moment of each, in which a moment lies; the first one also holds what came before it. */
export function columnAt(starts: readonly number[], ms: number): number {
  return Math.max(0, partitionPoint(starts, (start) => start <= ms) - 1);
}
