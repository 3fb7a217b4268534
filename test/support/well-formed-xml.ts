const token = /<\/([A-Za-z][\w-]*)>|<([A-Za-z][\w-]*)((?: [A-Za-z][\w:-]*="[^"<]*")*)(\/?)>|([^<]+)/gy;
const reference = /&(?:amp|lt|gt|quot|#39);/g;
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;
const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** One element of a document that was read. */
export interface XmlElement {
  readonly name: string;
  /** The text directly inside it. */
  text: string;
}

/**
 * Reads XML of the modest kind that pictures are made of, and returns its elements in the order in which they begin.
 * @throws Error where it is not well-formed (XML 1.0): tags that do not match, a bare `<` or `&`, a forbidden character.
 */
export function readXml(xml: string): XmlElement[] {
  if (forbidden.test(xml)) throw new Error('it holds a character that XML forbids');
  const elements: XmlElement[] = [];
  const open: XmlElement[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (match === null) throw new Error(`no tag and no text: ${xml.slice(at, at + 60)}`);
    const [, closed, opened, attributes = '', empty, text] = match;
    if (closed !== undefined && open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    if (opened !== undefined) {
      decode(attributes);
      const element = { name: opened, text: '' };
      elements.push(element);
      if (empty === '') open.push(element);
    }
    const inside = open.at(-1);
    if (text !== undefined && inside !== undefined) inside.text += decode(text);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> is not closed`);
  return elements;
}

function decode(text: string): string {
  if (text.replace(reference, '').includes('&')) throw new Error(`a bare & in ${text.slice(0, 60)}`);
  return text.replace(reference, (code) => characters[code.slice(1, -1)] ?? code);
}
