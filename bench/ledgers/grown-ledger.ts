import { constants, cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/** A ledger in a directory of its own, closed, with the fleet's claims in it. */
export interface GrownLedger {
  readonly directory: string;
  readonly facts: number;
  /** How many claims of the fleet it holds. */
  readonly claims: number;
}

export function databaseOf({ directory }: Pick<GrownLedger, 'directory'>): string {
  return join(directory, 'ledger.db');
}

export function keyDirOf({ directory }: Pick<GrownLedger, 'directory'>): string {
  return join(directory, 'keys');
}

/** Copies a ledger with its keys, so that one row of the bench cannot disturb another. */
export function copyLedger(ledger: GrownLedger, directory: string): GrownLedger {
  mkdirSync(directory, { recursive: true });
  cpSync(ledger.directory, directory, { recursive: true, mode: constants.COPYFILE_FICLONE });
  return { ...ledger, directory };
}
