/**
 * What Mermaid may take for itself: quotes and brackets, `#` codes, `%%` comments and directives, Markdown, KaTeX's `$$`, icons
 * (`fa:`), and the signs that it uses in place of codes (`ﬂ°…¶ß`).
 */
const special = /[^A-Za-z0-9 .,()/\-\u0080-\uffff]|[°¶]|^[-\d]/gu;
const forbidden = /[\p{Cc}\p{Cs}\u2028-\u202e\u2066-\u2069]/gu;

/**
 * Makes text of any origin harmless anywhere in a Mermaid diagram where it takes text: every special character becomes the code
 * `#NUMBER;` that Mermaid shows as that character. Control characters, bidirectional overrides and isolates, and lone surrogates
 * become `�`.
 */
export function escapeMermaid(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(special, (character) => `#${character.codePointAt(0)};`);
}
