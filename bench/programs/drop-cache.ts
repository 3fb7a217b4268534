import { spawnSync } from 'node:child_process';

/**
 * Has the system forget what it holds of a file in memory, so that the next read goes to the disk. Says whether it could: it takes
 * GNU dd.
 */
export function dropCache(path: string): boolean {
  const { status } = spawnSync('dd', [`of=${path}`, 'oflag=nocache', 'conv=notrunc,fdatasync', 'count=0']);
  return status === 0;
}
