/** Whether a name fits a pattern in which `*` stands for anything; a pattern that nobody gave fits all. */
export function matchesPattern(pattern: string | undefined, name: string | null | undefined): boolean {
  if (pattern === undefined) return true;
  if (name === null || name === undefined) return false;
  const [head = '', ...rest] = pattern.split('*');
  const tail = rest.pop();
  if (tail === undefined) return name === pattern;
  if (!name.startsWith(head) || !name.endsWith(tail) || name.length < head.length + tail.length) return false;
  // Leftmost matches are enough, and take no time that an unlucky pattern could multiply, as a regular expression might.
  let from = head.length;
  for (const part of rest) {
    const found = name.indexOf(part, from);
    if (found === -1) return false;
    from = found + part.length;
  }
  return from <= name.length - tail.length;
}
