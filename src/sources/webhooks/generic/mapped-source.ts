import type { ClaimInput } from '../../../domain/claims/claim.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { parseSettings } from '../parse-settings.ts';
import { readJsonBody } from '../read-json-body.ts';
import { standardWebhooks } from '../schemes/standard-webhooks.ts';
import type { SourceSettings } from '../source-settings.ts';
import type { WebhookEvent, WebhookSource } from '../webhook-source.ts';
import { holds } from './conditions.ts';
import { headersIn } from './headers-in.ts';
import { type MappedRule, type MappedRules, mappedRuleFor, parseMappedRules, type Traits } from './mapped-rules.ts';
import { type MappedClaim, type MappedEvent, type Mapping, mapping as schema } from './mapping.ts';
import { follow, type Surroundings, stepsOf } from './path.ts';
import { pathsIn } from './paths-in.ts';
import { signatureOf } from './signature-of.ts';
import { resolve } from './value.ts';

/**
 * A source that a mapping describes.
 * @throws LedgerError `invalid` for a mapping or rules that are none.
 */
export function mappedSource(name: string, given: unknown, settings: SourceSettings): WebhookSource {
  const mapping = parseSettings(schema, given, `sources.${name}.mapping`);
  for (const path of pathsIn(mapping)) stepsOf(path);
  const place = `sources.${name}.rules`;
  const rules = parseMappedRules(settings.rules, place, Object.keys(mapping.traits));
  const own = signatureOf(mapping.signature);
  return {
    name,
    schemes: own === standardWebhooks ? [own] : [own, standardWebhooks],
    takesTokens: true,
    reads: headersIn(mapping),
    deliveryId: mapping.deliveryId,
    read({ headers, body }) {
      const root = readJsonBody({ headers, body });
      return eventsIn(root, mapping).map((event) => {
        return readEvent({ event, root, headers, rule: undefined }, mapping, rules, place);
      });
    },
    example: mapping.example,
  };
}

function eventsIn(root: unknown, { items }: Mapping): readonly unknown[] {
  if (items === undefined) return [root];
  const list = follow(items, { event: root, root, headers: {}, rule: undefined });
  if (Array.isArray(list)) return list;
  throw new LedgerError('invalid', `there is no list of events at ${items}`, { field: items });
}

function readEvent(bare: Surroundings, mapping: Mapping, rules: MappedRules, place: string): WebhookEvent {
  const event = String(resolve(mapping.event, bare) ?? 'unnamed').slice(0, 200);
  const meaning = mapping.events.find(({ when }) => holds(when, bare));
  if (meaning === undefined) return { event, ignored: `the mapping has no use for ${event}` };
  if (meaning.ignore !== undefined) return { event, ignored: String(resolve(meaning.ignore, bare) ?? meaning.ignore) };
  const traits = traitsOf(mapping, bare);
  const rule = mappedRuleFor(rules, traits);
  const ignored = ignoredBy(rule, meaning, traits, place);
  if (ignored !== undefined) return { event, ignored };
  const surroundings = { ...bare, rule };
  return { event, claims: meaning.claims.map((claim) => claimOf(claim, surroundings)) };
}

function ignoredBy(
  rule: MappedRule | undefined,
  { byRule }: MappedEvent,
  traits: Traits,
  place: string,
): string | undefined {
  const said = Object.entries(traits).flatMap(([trait, value]) => (value === undefined ? [] : [`${trait} "${value}"`]));
  if (rule?.ignore) return `a rule leaves it out: ${said.join(', ')}`;
  if (rule === undefined && byRule) return `no rule: none of ${place} names ${said.join(', ')}`;
  return undefined;
}

function traitsOf({ traits }: Mapping, surroundings: Surroundings): Traits {
  return Object.fromEntries(
    Object.entries(traits).map(([trait, value]) => [trait, resolve(value, surroundings)?.toString()]),
  );
}

/** What a claim comes to, unchecked: recording checks it and names the field that is wrong. */
function claimOf(claim: MappedClaim, surroundings: Surroundings): ClaimInput {
  const fields = Object.entries(claim).flatMap(([field, value]) => {
    const resolved =
      typeof value === 'object' && !('from' in value)
        ? Object.fromEntries(entriesOf(value, surroundings))
        : resolve(value as Parameters<typeof resolve>[0], surroundings);
    return resolved === undefined ? [] : [[field, named(field, resolved)]];
  });
  return Object.fromEntries(fields) as ClaimInput;
}

function entriesOf(record: Readonly<Record<string, Parameters<typeof resolve>[0]>>, surroundings: Surroundings) {
  return Object.entries(record).flatMap(([key, value]) => {
    const resolved = resolve(value, surroundings);
    return resolved === undefined ? [] : [[key, resolved] as const];
  });
}

/** Numbers are for times and counts; a version or an id that the sender writes as a number is text. */
function named(field: string, value: unknown): unknown {
  return typeof value === 'number' && !/(?:At|^at|replicas|percentage)$/.test(field) ? String(value) : value;
}
