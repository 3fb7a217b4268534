import * as v from 'valibot';
import type { ClaimType } from '../../../domain/claims/claim.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { type Route, type RouteRequest, route } from '../route.ts';
import { recordedShape } from './shapes/recorded.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Any JSON object: what is in it is checked when it is recorded, by the schema of its type. */
const record = v.custom<Fields>(
  (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
  'a record is a JSON object',
);

interface Recording {
  readonly type: ClaimType;
  readonly path: string;
  readonly id: string;
  readonly summary: string;
  readonly description?: string;
  /** The field of the record that the `id` in the path stands for. */
  readonly subject?: 'deployment' | 'incident';
  readonly example: Fields;
  /** Where what was recorded can be seen. */
  location(id: string, body: Fields): string;
}

/** A route that records what somebody claims: 201 when it is new, 200 when it was recorded before under the same key or id. */
export function recordRoute({ type, subject, location, example, ...spec }: Recording): Route {
  return route({
    ...spec,
    method: 'POST',
    access: 'deployer',
    body: record,
    records: { type, subject, example },
    answers: {
      201: { description: 'It is recorded, durably', schema: recordedShape },
      200: { description: 'It was recorded before: the first result', schema: recordedShape },
    },
    async handle(request) {
      const claim = claimOf(request, type, subject);
      const recorded = await request.ledger.record(claim, { source: 'http' });
      const headers = { location: location(recorded.id, claim) };
      return { status: recorded.duplicate ? 200 : 201, headers, json: recorded };
    },
  });
}

function claimOf({ body, params, raw }: RouteRequest<unknown, Fields>, type: ClaimType, subject?: string): Fields {
  const fields: [string, string | undefined][] = [
    ['type', type],
    ['idempotencyKey', keyIn(raw.headers)],
    ...(subject === undefined ? [] : [[subject, params['id']] as [string, string | undefined]]),
  ];
  return fields.reduce((claim, [field, value]) => given(claim, field, value), body);
}

/** @throws LedgerError `invalid` when the body says something else. */
function given(claim: Fields, field: string, value: string | undefined): Fields {
  const said = Object.hasOwn(claim, field) ? (claim[field] ?? undefined) : undefined;
  if (value === undefined) return claim;
  if (said !== undefined && said !== value) {
    throw new LedgerError(
      'invalid',
      `${field}: the body says ${JSON.stringify(said)}, the request ${JSON.stringify(value)}`,
      {
        field,
        hint: 'say it once, or the same',
      },
    );
  }
  return { ...claim, [field]: value };
}

/** The header's value: bare, or in quotes as drafts of its standard have it. */
export function keyIn(headers: Headers): string | undefined {
  const value = headers.get('idempotency-key') ?? undefined;
  return value?.replace(/^"(.*)"$/s, '$1');
}
