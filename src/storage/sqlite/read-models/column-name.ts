/** How SQL spells the name of a field: `atMs` as `at_ms`. */
export function snakeCase(field: string): string {
  return field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The column of a field, in quotes because some, such as `index`, are words of SQL. */
export function columnName(field: string): string {
  return `"${snakeCase(field)}"`;
}

export function columnNames(fields: readonly string[]): string {
  return fields.map(columnName).join(', ');
}
