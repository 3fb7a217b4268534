import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A small disk of its own, in memory; making one takes the rights of root. */
export class SmallDisk {
  readonly folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-disk-'));

  constructor(bytes: number) {
    mount('-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', this.folder);
  }

  /** Why there can be no such disk here; undefined when there can. */
  static reasonAgainst(): string | undefined {
    try {
      new SmallDisk(1_000_000).remove();
      return undefined;
    } catch (error) {
      return `a small disk cannot be mounted: ${error instanceof Error ? error.message : error}`;
    }
  }

  get filler(): string {
    return join(this.folder, 'filler');
  }

  /** Fills the disk but for so many bytes. */
  fill(leave = 0): void {
    this.free();
    const { bavail, bsize } = statfsSync(this.folder);
    writeFileSync(this.filler, Buffer.alloc(bavail * bsize - leave));
  }

  free(): void {
    rmSync(this.filler, { force: true });
  }

  set readOnly(value: boolean) {
    mount('-o', `remount,${value ? 'ro' : 'rw'}`, this.folder);
  }

  remove(): void {
    spawnSync('umount', [this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function mount(...args: string[]): void {
  const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(error?.message ?? stderr.trim());
}
