import * as v from 'valibot';

/** `{path}` stands for what is there: `flux:{involvedObject.uid}`. One path alone keeps a number a number. */
const template = v.string();

/** The first of its templates that gives something, cut and looked up. */
const choice = v.strictObject({
  from: v.union([template, v.array(template)]),
  /** Only what comes after the last of these. */
  after: v.optional(v.string()),
  /** Only what comes before the first of these. */
  before: v.optional(v.string()),
  /** What it means that there is something, whatever it is. */
  found: v.optional(v.string()),
  /** What each word means; a word that is not in it gives nothing, unless `otherwise` is given. */
  table: v.optional(v.record(v.string(), v.string())),
  otherwise: v.optional(v.string()),
});
const value = v.union([template, choice, v.boolean()]);
export type MappedValue = v.InferOutput<typeof value>;

/** Of each path what must be there: a word, with `*` for anything, or one of several; null for nothing. */
const conditions = v.record(
  v.string(),
  v.union([v.string(), v.number(), v.boolean(), v.null(), v.array(v.union([v.string(), v.number()]))]),
);
export type Conditions = v.InferOutput<typeof conditions>;

/** A claim by its fields, with `type` in front; a field that gives nothing is left out. */
const claim = v.objectWithRest({ type: v.string() }, v.union([value, v.record(v.string(), value)]));
export type MappedClaim = v.InferOutput<typeof claim>;

const header = v.pipe(v.string(), v.toLowerCase());
const signature = v.variant('scheme', [
  v.strictObject({ scheme: v.literal('hmac'), header, prefix: v.optional(v.string(), '') }),
  v.strictObject({ scheme: v.literal('hmac-with-time'), header, time: v.string(), signature: v.string() }),
  v.strictObject({ scheme: v.literal('token'), header }),
  v.strictObject({ scheme: v.literal('basic') }),
  v.strictObject({ scheme: v.literal('standard-webhooks') }),
]);
export type MappedSignature = v.InferOutput<typeof signature>;

const event = v.strictObject({
  when: v.optional(conditions, {}),
  /** Counts only where one of the source's rules names it, and then `{rule.environment}` is the rule's. */
  byRule: v.optional(v.boolean(), false),
  /** Why it does not count. */
  ignore: v.optional(template),
  claims: v.optional(v.array(claim), []),
});
export type MappedEvent = v.InferOutput<typeof event>;

/**
 * How the requests of a source become claims, as data. A path names a field of the body (`workflow.name`), an element (`builds.0`), a
 * name with dots in it (`metadata["a.b/c"]`), a header (`@x-event-key`) or, where the body holds a list of events, something outside of
 * the one at hand (`$.status`).
 */
export const mapping = v.strictObject({
  signature: v.optional(signature, { scheme: 'standard-webhooks' }),
  /** The header with the sender's own id of a delivery. */
  deliveryId: v.optional(header),
  /** Where the body holds a list of events. */
  items: v.optional(v.string()),
  /** What an event is called in lists. */
  event: template,
  /** What rules may choose by. */
  traits: v.optional(v.record(v.string(), value), {}),
  /** The first whose conditions hold says what an event means; one for which none holds is ignored. */
  events: v.pipe(v.array(event), v.minLength(1)),
  example: v.optional(
    v.strictObject({
      headers: v.optional(v.record(v.string(), v.string()), {}),
      body: v.union([v.record(v.string(), v.unknown()), v.array(v.unknown())]),
    }),
    { headers: {}, body: {} },
  ),
});

export type Mapping = v.InferOutput<typeof mapping>;
export type MappingInput = v.InferInput<typeof mapping>;
