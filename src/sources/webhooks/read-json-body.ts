import { LedgerError } from '../../domain/errors.ts';
import { parseJson } from '../json/parse-json.ts';
import { asRecord } from '../json/translate-json.ts';
import type { RawRecord } from '../row-identity.ts';
import type { WebhookRequest } from './webhook-source.ts';

/** @throws LedgerError `invalid` for a body that is no JSON in UTF-8, or is nested too deep. */
export function readJsonBody({ body }: WebhookRequest): unknown {
  return parseJson(readTextBody(body));
}

/** @throws LedgerError `invalid` for a body that is no JSON object. */
export function readJsonObject(request: WebhookRequest): RawRecord {
  return asRecord(readJsonBody(request));
}

/** @throws LedgerError `invalid` for bytes that are no UTF-8. */
export function readTextBody(body: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch (cause) {
    throw new LedgerError('invalid', 'the body is not UTF-8', { cause });
  }
}
