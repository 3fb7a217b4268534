import { type ErrorCode, LedgerError } from '../../../domain/errors.ts';

/** RFC 9457, with the code, the field at fault and the request's id. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly field?: string;
  readonly hint?: string;
  readonly requestId: string;
}

const statuses: Readonly<Record<ErrorCode, readonly [status: number, title: string]>> = {
  invalid: [422, 'The request is not valid'],
  'not-found': [404, 'There is no such thing'],
  conflict: [409, 'It contradicts what is recorded'],
  unauthenticated: [401, 'Say who you are'],
  forbidden: [403, 'You may not do that'],
  overloaded: [503, 'Too much at once'],
  unreachable: [502, 'Another server cannot be reached'],
  storage: [503, 'The ledger cannot be read or written'],
  unverified: [409, 'It could not be verified'],
  blocked: [403, 'A gate said no'],
  internal: [500, 'Something went wrong here'],
};

/** A request that HTTP itself refuses, with a status of its own. */
export class HttpError extends LedgerError {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    status: number,
    code: ErrorCode,
    message: string,
    options: {
      readonly field?: string;
      readonly hint?: string;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(code, message, options);
    this.status = status;
    this.headers = options.headers ?? {};
  }
}

/** What is told of an error: everything of those that callers can do something about, nothing of any other. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (!(error instanceof LedgerError) || error.code === 'internal') {
    const [status, title] = statuses.internal;
    const detail = 'The server made a mistake; its log has more under this request id.';
    return { type: typeOf('internal'), title, status, detail, code: 'internal', requestId };
  }
  const { code, message, field, hint } = error;
  const [usual, title] = statuses[code];
  return {
    type: typeOf(code),
    title,
    status: error instanceof HttpError ? error.status : usual,
    detail: message,
    code,
    ...(field === undefined ? {} : { field }),
    ...(hint === undefined ? {} : { hint }),
    requestId,
  };
}

/** A name that stays the same, whatever the words say. */
function typeOf(code: ErrorCode): string {
  return `urn:deploy-ledger:problem:${code}`;
}

export function problemResponse(error: unknown, requestId: string): Response {
  const problem = problemOf(error, requestId);
  const retry = problem.status === 429 || problem.status === 503 ? { 'retry-after': '1' } : {};
  const headers = { 'content-type': 'application/problem+json', ...retry };
  const own = error instanceof HttpError ? error.headers : {};
  return new Response(JSON.stringify(problem), { status: problem.status, headers: { ...headers, ...own } });
}
