import { gnuplotComment, quoteGnuplot } from './quote-gnuplot.ts';

export interface GnuplotScript {
  /** Of the drawing, in pixels. */
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly summary: string;
  /** Statements, written by us: text of any origin inside them has been quoted. */
  readonly body: readonly string[];
}

/**
 * A script that holds its own data. It writes SVG to standard output, or whatever somebody asks for:
 * `gnuplot -e "terminal='dumb size 120,40'" FILE`.
 */
export function gnuplotScript({ width, height, title, summary, body }: GnuplotScript): string {
  const size = `${Math.round(width)},${Math.round(height)}`;
  return `${[
    gnuplotComment(title),
    gnuplotComment(summary),
    '# Draw it with: gnuplot FILE > picture.svg, or in a terminal: gnuplot -e "terminal=\'dumb size 120,40\'" FILE',
    `if (!exists("terminal")) terminal = 'svg size ${size} dynamic background "white"'`,
    'set terminal @terminal',
    'set encoding utf8',
    'set termoption noenhanced',
    `set title ${quoteGnuplot(title)} noenhanced`,
    ...body,
  ].join('\n')}\n`;
}

/** A named block of data: rows of numbers. */
export function dataBlock(name: string, rows: readonly (readonly (number | string)[])[]): string[] {
  return [`$${name} << EOD`, ...rows.map((row) => row.join(' ')), 'EOD'];
}

/** A drawing that says that there is nothing to draw. */
export function emptyBody(text: string): string[] {
  return [
    'unset border; unset tics; unset key',
    `set label 1 ${quoteGnuplot(text)} at graph 0.5, graph 0.5 center noenhanced`,
    'set xrange [0:1]; set yrange [0:1]',
    'plot NaN notitle',
  ];
}
