import { createHash } from 'node:crypto';
import { standardWebhooks } from '../../sources/webhooks/schemes/standard-webhooks.ts';
import { type CloudEvent, cloudEventMediaType } from './cloud-event.ts';
import type { Receiver } from './receiver.ts';

/** Sends a POST once, and follows no redirect. @throws anything when there is no answer. */
export type Post = (
  url: string,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array,
  signal: AbortSignal,
) => Promise<{ readonly status: number; readonly retryAfterMs: number | null }>;

/** What became of an attempt; `gone` when the receiver wants no other. */
export type Attempt =
  | { readonly taken: true }
  | { readonly taken: false; readonly error: string; readonly gone: boolean; readonly retryAfterMs: number | null };

/** Sends an event to a receiver once, signed by Standard Webhooks for this very moment. */
export async function attempt(
  { url, secret }: Pick<Receiver, 'url' | 'secret'>,
  event: CloudEvent,
  nowMs: number,
  post: Post,
  signal: AbortSignal,
): Promise<Attempt> {
  const body = Buffer.from(JSON.stringify(event));
  const id = messageId(event);
  const signed = secret === undefined ? { 'webhook-id': id } : standardWebhooks.sign(body, secret, { id, nowMs });
  try {
    const headers = { 'content-type': cloudEventMediaType, 'user-agent': 'deploy-ledger', ...signed };
    const { status, retryAfterMs } = await post(url, headers, body, signal);
    if (status >= 200 && status < 300) return { taken: true };
    return { taken: false, error: `it answered ${status}`, gone: status === 410, retryAfterMs };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { taken: false, error: why, gone: false, retryAfterMs: null };
  }
}

/** The same for every attempt, so that a receiver can tell repetitions: which log, and which fact of it. A full stop is not allowed. */
function messageId({ source, id }: CloudEvent): string {
  return `${createHash('sha256').update(source).digest('hex').slice(0, 16)}-${id}`;
}
