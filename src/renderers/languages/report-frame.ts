import type { Instant } from '../../domain/instant.ts';

/** What a report has around its tables. */
export interface ReportFrame {
  readonly head: (title: string, generated: Instant) => string;
  readonly heading: (title: string) => string;
}
