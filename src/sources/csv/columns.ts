import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';

/** A column to read: its place, and the field it was mapped to or, where nothing is mapped, its own name. */
export interface Source {
  readonly name: string;
  readonly index: number;
}

/**
 * The columns that are to be read: those of the map, or all but `except` when there is no map.
 * @throws LedgerError `invalid` when the map names a column that does not exist.
 */
export function sourcesOf(
  header: readonly string[],
  map: Readonly<Record<string, string>>,
  except: string | undefined,
): readonly Source[] {
  const mapped = Object.entries(map);
  if (mapped.length > 0) return mapped.map(([name, column]) => ({ name, index: columnNamed(header, column) }));
  return header.map((name, index) => ({ name, index })).filter(({ name }) => name !== except);
}

/**
 * Finds a column by its exact name.
 * @throws LedgerError `invalid`, naming the columns that there are, when there is none or more than one.
 */
export function columnNamed(header: readonly string[], name: string): number {
  const index = header.indexOf(name);
  if (index === -1) {
    throw new LedgerError('invalid', `the file has no column "${name}"${didYouMean(name, header)}`, {
      field: name,
      hint: `its columns: ${header.join(', ')}`,
    });
  }
  if (header.lastIndexOf(name) === index) return index;
  throw new LedgerError('invalid', `the file has more than one column "${name}"`, {
    field: name,
    hint: 'rename one of them, so that it is clear which is meant',
  });
}
