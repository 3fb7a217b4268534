/** The headers that a mapping reads, wherever in it they stand. */
export function headersIn(mapping: unknown): readonly string[] {
  const found = new Set<string>();
  collect(mapping, found);
  return [...found];
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') {
    for (const [, header = ''] of value.matchAll(/(?:\{|^)@([\w-]+)/g)) found.add(header.toLowerCase());
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) {
      collect(key, found);
      collect(inner, found);
    }
  }
}
