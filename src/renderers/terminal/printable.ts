const plain = /^[ -~]*$/;
const breaks = /[\t-\r\u0085\u2028\u2029]+/g;
const unsafe = /[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Makes text of unknown origin harmless on one line of a terminal. Line breaks and tabs become a space; other control
 * characters become their visible picture (`␛` for ESC), so that an escape sequence in the data is read, not obeyed;
 * bidirectional embeddings, overrides and isolates, which could make a line look like another (CVE-2021-42574),
 * and lone surrogates become `�`.
 */
export function printable(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(breaks, ' ').replace(unsafe, picture);
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '␡' : '�';
}
