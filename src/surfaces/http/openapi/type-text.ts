import type { JsonSchema } from '@valibot/to-json-schema';

/** Says in a few words what a value looks like. */
export function typeText(schema: JsonSchema | boolean | undefined): string {
  if (schema === undefined || typeof schema === 'boolean') return 'anything';
  const { $ref, type, items, anyOf, oneOf } = schema;
  if ($ref !== undefined) return $ref.split('/').at(-1) ?? $ref;
  if (schema.title !== undefined) return schema.title;
  if (schema.enum !== undefined) return schema.enum.join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const choices = anyOf ?? oneOf;
  if (choices !== undefined) return choices.map(typeText).join(' | ');
  if (type === 'array') return `list of ${Array.isArray(items) ? 'anything' : typeText(items)}`;
  if (type === 'object') return objectText(schema);
  const plain = Array.isArray(type) ? type.join(' or ') : (type ?? 'anything');
  return schema.default === undefined ? plain : `${plain}, ${JSON.stringify(schema.default)} if absent`;
}

/** A page of a list says what is on it; of other objects their fields are enough. */
function objectText({ properties = {} }: JsonSchema): string {
  const items = properties['items'];
  if (items !== undefined && 'next' in properties) return `a page: ${typeText(items)}`;
  const names = Object.keys(properties);
  return names.length === 0 ? 'object' : `{${names.join(', ')}}`;
}
