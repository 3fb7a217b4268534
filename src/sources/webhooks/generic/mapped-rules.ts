import * as v from 'valibot';
import { name } from '../../../domain/claims/fields.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { didYouMean } from '../../../domain/suggest.ts';
import { matchesPattern } from '../matches-pattern.ts';
import { parseSettings } from '../parse-settings.ts';

const rules = v.optional(
  v.array(
    v.objectWithRest(
      { environment: v.optional(name), service: v.optional(name), ignore: v.optional(v.boolean()) },
      name,
    ),
  ),
  [],
);
export type MappedRules = v.InferOutput<typeof rules>;
export type MappedRule = MappedRules[number];

const meanings = ['environment', 'service', 'ignore'];

/**
 * Rules of a mapped source: patterns for its traits, and what follows from them.
 * @throws LedgerError `invalid` for what are no rules, or a pattern for what the source has no trait of.
 */
export function parseMappedRules(value: unknown, place: string, traits: readonly string[]): MappedRules {
  const parsed = parseSettings(rules, value ?? undefined, place);
  for (const field of parsed.flatMap((rule) => Object.keys(rule))) {
    if (traits.includes(field) || meanings.includes(field)) continue;
    throw new LedgerError(
      'invalid',
      `${place}: unknown field "${field}"${didYouMean(field, [...traits, ...meanings])}`,
      {
        field: place,
        hint: `rules choose by: ${traits.join(', ') || 'nothing'}`,
      },
    );
  }
  return parsed;
}

export type Traits = Readonly<Record<string, string | undefined>>;

/** The first rule whose every pattern fits. */
export function mappedRuleFor(parsed: MappedRules, traits: Traits): MappedRule | undefined {
  return parsed.find((rule) =>
    Object.entries(rule).every(
      ([field, pattern]) =>
        meanings.includes(field) || (typeof pattern === 'string' && matchesPattern(pattern, traits[field])),
    ),
  );
}
