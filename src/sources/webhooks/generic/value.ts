import type { MappedValue } from './mapping.ts';
import { follow, type Surroundings } from './path.ts';

const place = /\{([^{}]+)\}/g;
const placeAlone = /^\{([^{}]+)\}$/;

/** What a value of a mapping comes to; undefined when it gives nothing. */
export function resolve(value: MappedValue, surroundings: Surroundings): string | number | boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string') return fill(value, surroundings);
  const { from, after, before, found: meaning, table, otherwise } = value;
  const templates = typeof from === 'string' ? [from] : from;
  const found = templates.map((one) => fill(one, surroundings)).find((one) => one !== undefined);
  if (found === undefined) return otherwise;
  if (meaning !== undefined) return meaning;
  const cut = cutOut(found, after, before);
  if (table === undefined) return cut;
  return Object.hasOwn(table, String(cut)) ? table[String(cut)] : otherwise;
}

/** A template with every place filled; undefined when there is nothing for one of them. */
function fill(template: string, surroundings: Surroundings): string | number | boolean | undefined {
  const [, alone] = placeAlone.exec(template) ?? [];
  if (alone !== undefined) return scalar(follow(alone, surroundings));
  let isWhole = true;
  const text = template.replaceAll(place, (_, path: string) => {
    const part = scalar(follow(path, surroundings));
    isWhole &&= part !== undefined;
    return String(part);
  });
  return isWhole && text !== '' ? text : undefined;
}

function scalar(value: unknown): string | number | boolean | undefined {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function cutOut(value: string | number | boolean, after: string | undefined, before: string | undefined) {
  if (typeof value !== 'string') return value;
  const from = after === undefined ? -1 : value.lastIndexOf(after);
  const rest = from === -1 ? value : value.slice(from + (after ?? '').length);
  const to = before === undefined ? -1 : rest.indexOf(before);
  return to === -1 ? rest : rest.slice(0, to);
}
