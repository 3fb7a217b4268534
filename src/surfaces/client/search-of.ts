type Value = string | number | boolean | Date | readonly string[] | undefined;

/** Any filter of filters.ts. */
export type Filter = { readonly [name: string]: Value };

/** A filter as the API reads it: `groupBy: ['service', 'day']` is `group_by=service,day`. What is absent is left out. */
export function searchOf(filter: Filter): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (value !== undefined)
      search.set(
        name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
        textOf(value),
      );
  }
  return search;
}

function textOf(value: NonNullable<Value>): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? value.join(',') : String(value);
}
