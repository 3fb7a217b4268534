import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const imported = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\bfrom\s+)?'(\.[^']+)'/gm;

/** The files that loading these loads: they and everything that they import statically. */
export function staticImports(entryFiles) {
  const found = new Set(entryFiles);
  for (const file of found) {
    for (const [, specifier] of readFileSync(file, 'utf8').matchAll(imported)) {
      found.add(join(dirname(file), specifier));
    }
  }
  return found;
}
