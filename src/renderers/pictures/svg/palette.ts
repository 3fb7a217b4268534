/** The colours of a picture by what they mean, on light and on dark paper. Text on its paper has a contrast of 4.5 : 1 or more. */
const colours = {
  paper: ['#ffffff', '#14181f'],
  panel: ['#f4f6f9', '#1e242e'],
  ink: ['#1b2330', '#e8ecf2'],
  muted: ['#5b6678', '#a3adbc'],
  rule: ['#cbd2dc', '#3a4454'],
  accent: ['#2456c4', '#82aaff'],
  ok: ['#17703a', '#5fcf8b'],
  warn: ['#8f5a00', '#f0b44c'],
  bad: ['#b3261e', '#ff8a80'],
  unknown: ['#6a6f78', '#8e97a5'],
  // Okabe and Ito's palette, which people with any form of colour blindness can tell apart, adjusted to both papers.
  series1: ['#0072b2', '#56b4e9'],
  series2: ['#b85c00', '#e69f00'],
  series3: ['#00795c', '#2fc49a'],
  series4: ['#a8508a', '#e39ac4'],
  series5: ['#7a6a00', '#e3d64b'],
  series6: ['#a33b00', '#ff8f57'],
  series7: ['#5b4fa8', '#a99cf0'],
  series8: ['#4d5663', '#b4bcc8'],
  // From nothing to most; a reader tells the steps by lightness alone.
  heat0: ['#eef1f5', '#222a35'],
  heat1: ['#c9dcf2', '#1f4068'],
  heat2: ['#94bde6', '#2563a0'],
  heat3: ['#5794d3', '#3d8bd6'],
  heat4: ['#2367b0', '#77b6f2'],
  heat5: ['#0b3d7a', '#cbe4ff'],
} as const;

export type Colour = keyof typeof colours;

const names = Object.keys(colours) as readonly Colour[];

/**
 * The style sheet of a picture: for each colour that its markup uses a class `fill-NAME` and a class `stroke-NAME`, light by
 * default and dark where the reader prefers it. Without custom properties, which some programs that show SVG do not know.
 */
export function paletteCss(markup: string): string {
  const used = names.flatMap((name) => (['fill', 'stroke'] as const).map((property) => ({ name, property })));
  const found = new Set(markup.match(/\b(?:fill|stroke)-[a-z]+\d?\b/g));
  const rules = (scheme: 0 | 1) =>
    used
      .filter(({ name, property }) => found.has(`${property}-${name}`))
      .map(({ name, property }) => `.${property}-${name}{${property}:${colours[name][scheme]}}`)
      .join('');
  return `${rules(0)}@media (prefers-color-scheme:dark){${rules(1)}}`;
}

/** The colour as `#rrggbb` on light paper, for languages without a style sheet. */
export function lightColour(name: Colour): string {
  return colours[name][0];
}
