const forbidden = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Writes text of any origin as a quoted string of DOT that is shown as it is: backslashes and quotes are escaped, and `&`, which
 * Graphviz reads as the begin of an HTML entity. Control characters, bidirectional overrides
 * and isolates, and lone surrogates become `�`.
 */
export function quoteDot(text: string): string {
  return `"${escapeDot(text)}"`;
}

/** Writes several lines as one quoted string; `flush left` starts all but the first at the left edge, else all are centred. */
export function quoteDotLines(lines: readonly string[], alignment: 'centred' | 'flush left'): string {
  const [first = '', ...others] = lines.map(escapeDot);
  if (alignment === 'centred') return `"${[first, ...others].join('\\n')}"`;
  return `"${first}\\n${others.map((line) => `${line}\\l`).join('')}"`;
}

function escapeDot(text: string): string {
  return text.replace(forbidden, '\ufffd').replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('&', '&amp;');
}
