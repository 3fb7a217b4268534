import type { Receipt, WebhookRequest } from '../../../app/deliveries/webhooks.ts';
import { LedgerError } from '../../../domain/errors.ts';
import type { Call } from '../command-module.ts';

const waitMs = 10_000;

/**
 * Posts a webhook to a server, as its source would. The API key goes with it over https and to this machine alone.
 * @throws LedgerError `unreachable`, or what the server answers.
 */
export async function sendExample(
  { settings }: Call,
  source: string,
  server: string,
  { headers, body }: WebhookRequest,
): Promise<Receipt> {
  const url = addressOf(server, source);
  const mayKnowKey = url.protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const key = mayKnowKey && settings.apiKey.value ? { authorization: `Bearer ${settings.apiKey.value}` } : {};
  const response = await post(url, { ...key, ...headers }, body);
  const answer: unknown = await response.json().catch(() => ({}));
  if (response.ok) return answer as Receipt;
  const { detail = `the server answered ${response.status}`, hint } = Object(answer) as Record<string, string>;
  throw new LedgerError(response.status === 401 ? 'unauthenticated' : 'unreachable', detail, { hint });
}

async function post(url: URL, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<Response> {
  try {
    const signal = AbortSignal.timeout(waitMs);
    return await fetch(url, { method: 'POST', headers, body: Buffer.from(body), redirect: 'error', signal });
  } catch (cause) {
    throw new LedgerError('unreachable', `no server answers at ${url.origin}`, {
      hint: 'start one with: deploy-ledger serve, or name it with --server',
      cause,
    });
  }
}

function addressOf(server: string, source: string): URL {
  try {
    return new URL(`/webhooks/${encodeURIComponent(source)}`, server);
  } catch (cause) {
    throw new LedgerError('invalid', `${JSON.stringify(server)} is not the address of a server`, {
      field: '--server',
      hint: 'write https://ledger.example',
      cause,
    });
  }
}
