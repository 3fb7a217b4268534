import { element, textElement } from './element.ts';
import { paletteCss } from './palette.ts';

export interface SvgDocument {
  /** Names the ids inside it, so that several pictures may stand on one page; a word of letters and `-`. */
  readonly id: string;
  /** In pixels of the picture itself. */
  readonly width: number;
  readonly height: number;
  /** The size at which it is shown, in pixels; one of the two keeps its shape, and none shows it as it is. */
  readonly shown?: { readonly width: number | undefined; readonly height: number | undefined };
  /** What it shows, in one line, and in as many sentences as it takes who cannot see it. */
  readonly title: string;
  readonly description: string;
  /** Markup, first what lies below. */
  readonly body: readonly string[];
}

const fonts = 'ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif';

/** Puts a picture into a document that stands by itself: no script, no font, no other file; readable on light and dark. */
export function svgDocument({ id, width, height, shown, title, description, body }: SvgDocument): string {
  const size = shownSize(width, height, shown);
  const [titleId, descId] = [`${id}-title`, `${id}-desc`];
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      ...size,
      viewBox: `0 0 ${Math.round(width)} ${Math.round(height)}`,
      role: 'img',
      'aria-labelledby': `${titleId} ${descId}`,
      'font-family': fonts,
      'font-size': 13,
    },
    textElement('title', { id: titleId }, title),
    textElement('desc', { id: descId }, description),
    element('style', {}, paletteCss(`fill-paper ${body.join('')}`)),
    element('rect', { width: '100%', height: '100%', class: 'fill-paper' }),
    ...body,
  )}\n`;
}

function shownSize(width: number, height: number, shown: SvgDocument['shown']) {
  const scale = (shown?.width ?? Number.NaN) / width || (shown?.height ?? Number.NaN) / height || 1;
  return { width: shown?.width ?? width * scale, height: shown?.height ?? height * scale };
}
