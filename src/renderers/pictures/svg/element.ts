import { escapeXml } from './escape-xml.ts';

/** Attributes by name, unescaped; those that are undefined are left out. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes one element. `content` is markup: pass text of any origin through `textElement` or `escapeXml`. */
export function element(name: string, attributes: Attributes, ...content: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === 'number' ? short(value) : escapeXml(String(value))}"`)
    .join('');
  const inner = content.join('');
  return inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>`;
}

/** An element whose content is plain text, such as `text`, `title` and `desc`. */
export function textElement(name: string, attributes: Attributes, text: string): string {
  return element(name, attributes, escapeXml(text));
}

/** A group that shows `tooltip` to whoever points at it. */
export function described(tooltip: string, ...content: readonly string[]): string {
  return element('g', {}, textElement('title', {}, tooltip), ...content);
}

/** Hundredths of a pixel are finer than any screen, and the same on every machine. */
function short(value: number): string {
  return String(Math.round(value * 100) / 100);
}
