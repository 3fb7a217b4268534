import { createHmac } from 'node:crypto';
import type { DeliveryView, Webhooks } from '../../src/app/deliveries/webhooks.ts';
import { defaultRetentionMs, type SourceSettings } from '../../src/sources/webhooks/source-settings.ts';
import { type HttpTest, type HttpTestOptions, openHttpTest } from './http-test.ts';

/** A server that takes webhooks, and what to send it. */
export interface WebhookTest extends HttpTest {
  readonly webhooks: Webhooks;
  /** Posts a body as it is. */
  deliver(source: string, body: string | Uint8Array, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a webhook as GitHub does, signed with the secret `secret`, and waits for what becomes of it. */
  sendGithub(event: string, body: unknown, guid?: string): Promise<DeliveryView>;
  /** Sends JSON from whom the server trusts, and waits for what becomes of it. */
  send(source: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<DeliveryView>;
}

export const githubSignature = (body: string | Uint8Array, secret = 'secret') =>
  `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;

export async function openWebhookTest(
  sources: Readonly<Record<string, SourceSettings>> = {},
  options: HttpTestOptions = {},
): Promise<WebhookTest> {
  const github = { secrets: ['secret'], ...sources['github'] };
  const http = await openHttpTest(options);
  const webhooks = await http.ledger.webhooks();
  webhooks.configure({ sources: { ...sources, github }, retentionMs: defaultRetentionMs });
  const deliver: WebhookTest['deliver'] = (source, body, headers = {}) =>
    http.request(`/webhooks/${source}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' ? body : Buffer.from(body),
    });
  const outcome = async (response: Response): Promise<DeliveryView> => {
    if (response.status !== 202) throw new Error(`it was answered ${response.status}: ${await response.text()}`);
    const { id } = (await response.json()) as { id: string };
    await webhooks.settled();
    return webhooks.delivery(id);
  };
  return {
    ...http,
    webhooks,
    deliver,
    async sendGithub(event, body, guid) {
      const text = JSON.stringify(body);
      const signed = { 'x-github-event': event, 'x-hub-signature-256': githubSignature(text) };
      return outcome(
        await deliver('github', text, guid === undefined ? signed : { ...signed, 'x-github-delivery': guid }),
      );
    },
    send: async (source, body, headers) => outcome(await deliver(source, JSON.stringify(body), headers)),
  };
}
