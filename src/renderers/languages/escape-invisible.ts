/** DEL, the C1 controls, the Unicode line breaks, bidirectional embeddings, overrides and isolates, and the byte order mark. */
const invisible = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** Whether `text` holds a character that JSON and YAML allow as it is and a terminal may act on. */
export function hasInvisible(text: string): boolean {
  return text.search(invisible) >= 0;
}

/** Writes such characters as `\uHHHH`: inside a quoted JSON or YAML string a reader sees no difference. */
export function escapeInvisible(text: string): string {
  return text.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
