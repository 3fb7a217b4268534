import type { RecommendationView, ServiceHealthView } from '../../../app/health/health-view.ts';
import type { Screen } from '../../../renderers/format.ts';
import { printable } from '../../../renderers/terminal/printable.ts';
import { paint } from '../../../renderers/terminal/tone.ts';
import { wrapText } from './wrap-text.ts';

/** More than these are not read; how many there are is said. */
const mostShown = 8;
const gainWidth = 6;
const usualWidth = 100;

/** The recommendations that would raise scores most, of all services; each with the points that it is worth. */
export function adviceLines(services: readonly ServiceHealthView[], { width = usualWidth, color }: Screen): string[] {
  const all = services.flatMap(({ recommendations = [] }) => recommendations).sort(byGain);
  const shown = services.length === 1 ? all : all.slice(0, mostShown);
  if (all.length === 0) return [];
  const title = paint('What would raise it most', 'strong', color);
  const more = all.length - shown.length;
  const rest =
    more === 0 ? [] : ['', `${more} more: ask for one service with --service, or for everything with -f json`];
  return [title, ...shown.flatMap((advice) => adviceLine(advice, width, color)), ...rest];
}

function adviceLine({ gain, text }: RecommendationView, width: number, color: boolean | undefined): string[] {
  const points = gain === null ? '' : `+${gain.toFixed(1)}`;
  return wrapText(printable(text), Math.max(30, width - gainWidth - 2)).map((line, index) => {
    const margin = ' '.repeat(gainWidth - (index === 0 ? points.length : 0));
    return `${margin}${paint(index === 0 ? points : '', 'ok', color)}  ${line}`;
  });
}

function byGain(a: RecommendationView, b: RecommendationView): number {
  return (b.gain ?? 0) - (a.gain ?? 0);
}
