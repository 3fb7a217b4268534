import { matchesPattern } from './matches-pattern.ts';

/** What happened, by the names that rules choose by; `event` is the sender's word for it. */
export interface Trait {
  readonly event: string;
  readonly [name: string]: string | null | undefined;
}

type Rule = Readonly<Record<string, string | boolean | undefined>> & { readonly event: string };

/** The first rule whose every pattern fits. A pattern for something that the event has no name for fits nothing. */
export function chooseRule<Chosen extends Rule>(
  rules: readonly Chosen[],
  trait: Trait,
  patterns: readonly (keyof Chosen & string)[],
): Chosen | undefined {
  return rules.find(
    (rule) => rule.event === trait.event && patterns.every((name) => matchesPattern(textOf(rule[name]), trait[name])),
  );
}

/** Says why nothing counts that no rule names; `place` is where rules are set. */
export function noRuleFor(rules: readonly Rule[], { event, ...names }: Trait, place: string): string {
  if (!rules.some((rule) => rule.event === event)) return `no rule: a ${event} counts when one of ${place} names it`;
  const said = Object.entries(names).flatMap(([name, value]) => (value ? [`${name} "${value}"`] : []));
  return `no rule names this ${event} of ${said.join(', ')}`;
}

function textOf(pattern: string | boolean | undefined): string | undefined {
  return typeof pattern === 'string' ? pattern : undefined;
}
