const special: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
/**
 * What XML 1.0 §2.2 allows in no form, not even as a reference; and bidirectional embeddings, overrides and isolates, which could make
 * a text look like another (CVE-2021-42574).
 */
const forbidden = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu;

/** Makes text of any origin the content of an XML element or attribute; characters that it must not hold become `�`. */
export function escapeXml(text: string): string {
  return text.replace(forbidden, '\ufffd').replace(/[&<>"']/g, (character) => special[character] ?? character);
}
