import * as v from 'valibot';
import { refusal } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import { arriving } from './arriving.ts';
import { HttpError } from './problem/problem.ts';
import { readJson } from './read-json.ts';
import type { BodySchema, QuerySchema } from './route.ts';

export const mostBodyBytes = 1_048_576;

/** @throws LedgerError `invalid`, naming the parameter. */
export function readQuery(url: URL, schema: QuerySchema | undefined): Readonly<Record<string, unknown>> {
  const given: Record<string, string> = {};
  for (const [name, value] of url.searchParams) {
    if (Object.hasOwn(given, name)) {
      throw new LedgerError('invalid', `the parameter "${name}" is given twice`, { field: name });
    }
    given[name] = value;
  }
  if (schema === undefined) return refuseAny(given);
  const result = v.safeParse(schema, given, { abortEarly: true });
  if (result.success) return result.output;
  throw refusal(result.issues[0], Object.keys(schema.entries));
}

function refuseAny(given: Readonly<Record<string, string>>): Readonly<Record<string, unknown>> {
  const [name] = Object.keys(given);
  if (name === undefined) return {};
  throw new LedgerError('invalid', `this address takes no parameters, and "${name}" is one`, { field: name });
}

/**
 * Reads a JSON body of at most 1 MiB and checks it.
 * @throws HttpError 415 for another type, 413 for more; LedgerError `invalid`.
 */
export async function readBody(request: Request, schema: BodySchema): Promise<unknown> {
  requireJson(request);
  const result = v.safeParse(schema, readJson(await readBytes(request)), { abortEarly: true });
  if (result.success) return result.output;
  throw refusal(result.issues[0], 'entries' in schema ? Object.keys(schema.entries as object) : []);
}

/** A form can be sent from any page; JSON cannot, without the browser asking first. */
export function requireJson(request: Request): void {
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (type === 'application/json' || type?.endsWith('+json') || type === 'application/x-ndjson') return;
  throw new HttpError(415, 'invalid', `the content type ${JSON.stringify(type ?? '')} is not JSON`, {
    hint: 'send content-type: application/json',
  });
}

/** @throws HttpError 413 as soon as there are more than `most` bytes. */
export async function readBytes(request: Request, most = mostBodyBytes): Promise<Uint8Array<ArrayBuffer>> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > most) throw tooLarge(most);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of arriving(request)) {
    length += chunk.length;
    if (length > most) throw tooLarge(most);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(length);
  let filled = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, filled);
    filled += chunk.length;
  }
  return bytes;
}

function tooLarge(most: number): HttpError {
  return new HttpError(413, 'invalid', `the body is larger than ${most} bytes`, {
    hint: 'send many records as NDJSON to /api/v1/batch',
  });
}
