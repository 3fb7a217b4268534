import type { Mapping } from './mapping.ts';

const place = /\{([^{}]+)\}/g;

/** Every path in a mapping, headers left out: in its templates, its conditions and where its events are. */
export function pathsIn({ items, example: _example, signature: _signature, ...templates }: Mapping): readonly string[] {
  const found = new Set<string>(items === undefined ? [] : [items]);
  collect(templates, found);
  for (const { when } of templates.events) for (const path of Object.keys(when)) found.add(path);
  return [...found].filter((path) => !path.startsWith('@'));
}

function collect(value: unknown, found: Set<string>): void {
  if (typeof value === 'string') for (const [, path = ''] of value.matchAll(place)) found.add(path);
  else if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) collect(inner, found);
}
