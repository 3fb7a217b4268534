import { LedgerError } from '../domain/errors.ts';
import { tileWidth } from './tile.ts';

/** What a path below `/tile/` names: a tile of hashes at a level, or a bundle of entries. */
export interface TileAddress {
  readonly level: number | 'entries';
  readonly n: number;
  readonly width: number;
}

/** Writes the path of a tile or an entry bundle, such as `tile/0/x001/x234/067` or `tile/entries/003.p/17` (C2SP tlog-tiles). */
export function tilePath({ level, n, width }: TileAddress): string {
  let groups = threeDigits(n);
  for (let rest = Math.floor(n / 1000); rest > 0; rest = Math.floor(rest / 1000)) {
    groups = `x${threeDigits(rest)}/${groups}`;
  }
  return `tile/${level}/${groups}${width === tileWidth ? '' : `.p/${width}`}`;
}

function threeDigits(n: number): string {
  return String(n % 1000).padStart(3, '0');
}

const form = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/;

/**
 * Reads a path that `tilePath` could have written, and no other spelling of it.
 * @throws LedgerError `invalid` otherwise.
 */
export function parseTilePath(path: string): TileAddress {
  const [, level = '', groups = '', width] = form.exec(path) ?? [];
  const address: TileAddress = {
    level: level === 'entries' ? level : Number(level),
    n: Number(groups.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  };
  if (isTile(address) && tilePath(address) === path) return address;
  throw new LedgerError('invalid', `${JSON.stringify(path)} is not the path of a tile`, {
    field: 'path',
    hint: 'write tile/0/x001/234, tile/0/x001/234.p/17 or tile/entries/x001/234',
  });
}

function isTile({ level, n, width }: TileAddress): boolean {
  const isLevel = level === 'entries' || level <= 63;
  return isLevel && Number.isSafeInteger(n) && width >= 1 && width <= tileWidth;
}
