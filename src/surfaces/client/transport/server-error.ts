import { type ErrorCode, errorCodes, LedgerError } from '../../../domain/errors.ts';

type Document = Readonly<Record<string, unknown>>;

/** What the server refused, in its own words: the code, message, field and hint of its problem document (RFC 9457). */
export class ServerError extends LedgerError {
  readonly status: number;
  /** Under which the server's log has more. */
  readonly requestId: string | undefined;
  /** How long to wait before another try; undefined when the server does not say. */
  readonly retryAfterMs: number | undefined;
  /** The whole problem document. */
  readonly document: Document;

  constructor(response: Response, document: Document) {
    const requestId = textIn(document, 'requestId');
    const message = textIn(document, 'detail') ?? `the server answered ${response.status}`;
    const reference = requestId === undefined ? undefined : `its log has more under the request id ${requestId}`;
    const code = codeIn(document);
    super(code, message, {
      field: textIn(document, 'field'),
      hint: textIn(document, 'hint') ?? (code === 'internal' ? reference : undefined),
    });
    this.status = response.status;
    this.requestId = requestId;
    this.retryAfterMs = retryAfterMs(response);
    this.document = document;
  }
}

/** No answer came, or only a part of one: what was asked for may have been done or not. */
export class NoAnswer extends LedgerError {
  constructor(address: URL, why: string, cause?: unknown) {
    super('unreachable', `${address.origin} cannot be reached: ${why}`, {
      hint: 'check the address, and that the server runs',
      cause,
    });
  }
}

/** An answer that no ledger gives: something else listens at this address. */
export function notLedger(address: URL, response: Response): LedgerError {
  const type = response.headers.get('content-type')?.split(';')[0] ?? 'nothing';
  return new LedgerError(
    'unreachable',
    `${address.origin} answered ${response.status} with ${type}, as no ledger does`,
    { hint: 'check the address, and what stands between here and the server' },
  );
}

function codeIn({ code }: Document): ErrorCode {
  return errorCodes.find((known) => known === code) ?? 'internal';
}

function textIn(document: Document, field: string): string | undefined {
  const value = document[field];
  return typeof value === 'string' ? value : undefined;
}

/** Seconds; servers of this program never write a date. */
function retryAfterMs({ headers }: Response): number | undefined {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : undefined;
}
