import { notLedger, ServerError } from './server-error.ts';

/** Reads an answer of JSON. @throws LedgerError `unreachable` for anything else. */
export async function readJson(response: Response, address: URL): Promise<unknown> {
  if (!isJson(response)) throw notLedger(address, response);
  return parseJson(await response.text(), response, address);
}

/**
 * @param tokenHint what to say instead of the server's hint when it takes a token
 * @throws ServerError for a refusal, LedgerError `unreachable` for one that is none of a ledger's.
 */
export async function requireSuccess(response: Response, address: URL, tokenHint?: string): Promise<void> {
  if (response.ok) return;
  const document = await readJson(response, address);
  if (typeof document !== 'object' || document === null || !('code' in document)) throw notLedger(address, response);
  const hint = response.status === 401 && tokenHint !== undefined ? { hint: tokenHint } : {};
  throw new ServerError(response, { ...document, ...hint });
}

function isJson(response: Response): boolean {
  const type = (response.headers.get('content-type') ?? '').split(';')[0]?.trim() ?? '';
  return type === 'application/json' || type.endsWith('+json');
}

function parseJson(text: string, response: Response, address: URL): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw notLedger(address, response);
  }
}
