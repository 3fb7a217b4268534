import { answerOfPage, inlineJson } from './page-in-chromium.ts';

/** What a browser sees in an SVG document. */
export interface SeenSvg {
  /** Why it is not well-formed; absent when it is. */
  readonly error?: string;
  readonly role?: string | null;
  readonly title?: string;
  readonly description?: string;
  /** What runs, or leads out of the document: scripts and handlers, links, and references that are not to its own parts. */
  readonly outward?: readonly string[];
  /** Texts that are drawn beyond the edges of the picture. */
  readonly cutOff?: readonly string[];
}

/** Reads documents with the XML parser of a browser, and draws them. */
export function lookAtSvg(documents: readonly string[]): SeenSvg[] {
  return answerOfPage(`<script>
function outward(element) {
  const attributes = [...element.attributes].filter(({ name, value }) =>
    /^on|src$/.test(name) || (/href$/.test(name) && !value.startsWith('#')) || /url\\(\\s*["']?(?!#|["'])/.test(value));
  const isActive = /^(script|foreignObject|a|image|use|iframe|set|animate.*)$/.test(element.localName);
  const isLinking = element.localName === 'style' && /@import|url\\(/.test(element.textContent);
  return [...attributes.map(({ name, value }) => name + '=' + value), ...(isActive || isLinking ? [element.localName] : [])];
}
function isCutOff(text, root) {
  const [box, edges] = [text.getBoundingClientRect(), root.getBoundingClientRect()];
  const slack = 1;
  return box.left < edges.left - slack || box.right > edges.right + slack || box.top < edges.top - slack || box.bottom > edges.bottom + slack;
}
function look(source) {
  const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
  const error = parsed.querySelector('parsererror')?.textContent;
  if (error !== undefined) return { error };
  const root = document.importNode(parsed.documentElement, true);
  document.body.append(root);
  const own = (name) => [...root.children].find((child) => child.localName === name)?.textContent ?? '';
  return {
    role: root.getAttribute('role'),
    title: own('title'),
    description: own('desc'),
    outward: [root, ...root.querySelectorAll('*')].flatMap(outward),
    cutOff: [...root.querySelectorAll('text')].filter((text) => isCutOff(text, root)).map((text) => text.textContent),
  };
}
answer(${inlineJson(documents)}.map(look));
</script>`) as SeenSvg[];
}
