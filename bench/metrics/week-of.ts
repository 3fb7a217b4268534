const weekMs = 7 * 86_400_000;
/** The first Monday of 1970. */
const firstMondayMs = 4 * 86_400_000;

/** The number of the week from Monday, UTC, in which a moment lies. */
export function weekOf(ms: number): number {
  return Math.floor((ms - firstMondayMs) / weekMs);
}

/** The same of a column, in SQL. */
export function weekOfSql(column: string): string {
  return `(${column} - ${firstMondayMs}) // ${weekMs}`;
}
