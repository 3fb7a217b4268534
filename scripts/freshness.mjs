import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './checkout.mjs';

/** Whether `output` is missing or older than the newest of `inputs`, files or folders; all are paths in the checkout. */
export function isStale(output, inputs) {
  const stats = statSync(join(root, output), { throwIfNoEntry: false });
  return stats === undefined || inputs.some((input) => newestMs(join(root, input)) > stats.mtimeMs);
}

// A folder's own time counts too: it changes when a file in it is deleted.
function newestMs(path) {
  const stats = statSync(path);
  const inside = stats.isDirectory() ? readdirSync(path).map((name) => newestMs(join(path, name))) : [];
  return Math.max(stats.mtimeMs, ...inside);
}
