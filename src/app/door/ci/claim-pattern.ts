/** Whether a text fits a pattern in which `*` stands for any characters but a slash, and `**` for any at all. */
export function fitsPattern(text: string, pattern: string): boolean {
  const parts = pattern.split(/(\*+)/).map((part) => {
    if (part.startsWith('**')) return '.*';
    return part === '*' ? '[^/]*' : part.replaceAll(/[\\^$.|?+()[\]{}]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('')}$`, 'su').test(text);
}

/** Whether a pattern says nothing about a text. */
export function fitsAnything(pattern: string): boolean {
  return /^[*/]*$/.test(pattern);
}
