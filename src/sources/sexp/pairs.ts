import { LedgerError } from '../../domain/errors.ts';
import type { Datum } from './datum.ts';

/**
 * The fields that a list names, each in one of the ways of Scheme: `(name . value)`, `(name value)`, `(name value …)` for a list,
 * or `#:name value`. The first of a name counts, as for `assoc`.
 * @throws LedgerError `invalid` for anything else.
 */
export function pairsOf(items: readonly Datum[]): ReadonlyMap<string, Datum> {
  const pairs = new Map<string, Datum>();
  for (let i = 0; i < items.length; i++) {
    const item = items[i];
    if (item === undefined) continue;
    const [name, value] = item.kind === 'keyword' ? [item.text, items[++i]] : entryOf(item);
    if (value === undefined) throw new LedgerError('invalid', `${JSON.stringify(name)} has no value`, { field: name });
    if (!pairs.has(name)) pairs.set(name, value);
  }
  return pairs;
}

function entryOf(item: Datum): [string, Datum] {
  if (item.kind === 'list') {
    const [head, ...rest] = item.items;
    if (head !== undefined && head.kind !== 'list') {
      const [only] = rest;
      if (item.tail === undefined) return [head.text, rest.length === 1 && only ? only : { kind: 'list', items: rest }];
      if (only === undefined) return [head.text, item.tail];
    }
  }
  const shown = item.kind === 'list' ? 'a list without a name' : JSON.stringify(item.text.slice(0, 40));
  throw new LedgerError('invalid', `${shown} stands where a field should`, { hint: 'write fields as (name . value)' });
}
