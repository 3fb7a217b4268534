import { expect, test } from 'vitest';
import { type Colour, lightColour, paletteCss } from './palette.ts';

/** Relative luminance and contrast ratio of WCAG 2.2. */
function luminance(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

function darkColour(name: Colour): string {
  return new RegExp(`dark\\).*\\.fill-${name}\\{fill:(#[0-9a-f]{6})`).exec(paletteCss(`fill-${name}`))?.[1] ?? '';
}

test.each(['ink', 'muted', 'accent', 'ok', 'warn', 'bad', 'unknown'] as const)(
  'shows %s on paper and on panels with a contrast of 4.5 : 1, light and dark',
  (name) => {
    for (const ground of ['paper', 'panel'] as const) {
      expect(contrast(lightColour(name), lightColour(ground))).toBeGreaterThanOrEqual(4.5);
      expect(contrast(darkColour(name), darkColour(ground))).toBeGreaterThanOrEqual(4.5);
    }
  },
);

test('gives rules only for what is used', () => {
  const css = paletteCss('<rect class="fill-panel stroke-ok"/>');
  expect(css.match(/\.[a-z-]+\d?/g)).toEqual(['.fill-panel', '.stroke-ok', '.fill-panel', '.stroke-ok']);
});
