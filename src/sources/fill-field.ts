import type { Field } from './claim-fields.ts';

/** Gives a record its field, or a part of one, unless it has it already. `value` is called only then; undefined leaves it out. */
export function fillField(record: Record<string, unknown>, { path: [name, key] }: Field, value: () => unknown): void {
  if (key === undefined) {
    record[name] ??= value();
    return;
  }
  const inner = record[name] ?? {};
  if (typeof inner === 'object' && !Object.hasOwn(inner, key)) record[name] = { ...inner, [key]: value() };
}
