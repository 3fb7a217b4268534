import * as v from 'valibot';
import { refusal } from '../../domain/claims/claim.ts';
import { name, oneOf } from '../../domain/claims/fields.ts';
import { LedgerError } from '../../domain/errors.ts';
import { parseSpanMs, parseTime } from '../../domain/instant.ts';
import { roles } from '../../domain/roles.ts';

const scope = v.pipe(
  v.array(name),
  v.minLength(1, 'is empty, so the token could do nothing; leave it out for all'),
  v.maxLength(100, 'holds more than 100 names'),
);

/** What somebody who wants a token says of it. */
export const tokenRequest = v.strictObject({
  name,
  role: oneOf('role', roles),
  /** A length of time from now, such as `90d`, or a time; without it the token lasts until it is revoked. */
  expires: v.optional(v.string()),
  /** Names that it is limited to. */
  environments: v.optional(scope),
  services: v.optional(scope),
});

export type TokenRequest = v.InferOutput<typeof tokenRequest>;

/** @throws LedgerError `invalid`, naming the field. */
export function parseTokenRequest(input: unknown): TokenRequest {
  const result = v.safeParse(tokenRequest, input, { abortEarly: true });
  if (result.success) return result.output;
  throw refusal(result.issues[0], Object.keys(tokenRequest.entries));
}

/**
 * When a token expires, in epoch milliseconds; undefined when it never does.
 * @throws LedgerError `invalid` unless it is later than now.
 */
export function expiryOf({ expires }: TokenRequest, nowMs: number): number | undefined {
  if (expires === undefined) return undefined;
  const spanMs = parseSpanMs(expires);
  const ms = spanMs === undefined ? parseTime(expires, nowMs, 'expires') : parseTime(nowMs + spanMs, nowMs, 'expires');
  if (ms > nowMs) return ms;
  throw new LedgerError('invalid', `expires: ${JSON.stringify(expires)} is over already`, {
    field: 'expires',
    hint: 'write a length of time, such as 90d, or a time to come',
  });
}
