import { element } from '../../svg/element.ts';

/** Stripes of the paper's colour, for those who cannot tell two colours apart; `id` is unique in the page. */
export function hatchPattern(id: string): string {
  return element(
    'defs',
    {},
    element(
      'pattern',
      { id, width: 4, height: 4, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      element('rect', { width: 1.5, height: 4, class: 'fill-paper' }),
    ),
  );
}
