import type { TrendReport } from '../../../app/analyze/analyze-trend.ts';

type Trend = Pick<TrendReport['rows'][number], 'direction'>;

/** Which way it goes, as a word with an arrow. */
export function directionText({ direction }: Trend): string | null {
  switch (direction) {
    case 'rising':
      return '↗ rising';
    case 'falling':
      return '↘ falling';
    case 'none':
      return '→ no trend';
    case null:
      return null;
  }
}
