import type { Tone } from './terminal/tone.ts';

/** What one cell holds. Null and undefined mean "not known", which is neither an empty text nor zero. */
export type Cell = string | number | boolean | null | undefined;

/** How one field of a row is shown in the languages that have columns: table, wide, csv, markdown and org. */
export interface Column<Row> {
  /** The name of the JSON field, and the header: csv prints it as it is, tables for people its title. */
  readonly name: string;
  readonly value: (row: Row) => Cell;
  /** Left out of `table`; every other language with columns shows it. */
  readonly wide?: true;
  readonly style?: (cell: string, row: Row) => Tone | undefined;
  readonly align?: 'right';
}

/** The text of a cell for files: nothing where nothing is known. */
export function cellText(cell: Cell): string {
  return cell === null || cell === undefined ? '' : String(cell);
}

/**
 * A field name as the title of a column: `startedAt` is `Started at`, `id` is `ID`, `lead-time` is `Lead-time`. A name
 * that holds anything else, such as a key of metadata, stays as it is.
 */
export function fieldTitle(name: string): string {
  if (!/^[a-z][A-Za-z0-9-]*$/.test(name)) return name;
  const words = name.replace(/(?<=[a-z0-9])[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const title = words.replace(/\b(?:id|sha|url)\b/g, (word) => word.toUpperCase());
  return title.charAt(0).toUpperCase() + title.slice(1);
}
