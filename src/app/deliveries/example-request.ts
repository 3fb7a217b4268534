import { LedgerError } from '../../domain/errors.ts';
import { newId, type RandomBytes } from '../../domain/ids.ts';
import { createWebhookSources } from '../../sources/webhooks/create-sources.ts';
import type { WebhookSettings } from '../../sources/webhooks/source-settings.ts';
import type { WebhookRequest } from '../../sources/webhooks/webhook-source.ts';
import { requireSource } from './require-source.ts';

interface Present {
  readonly clock: () => number;
  readonly random: RandomBytes;
}

/**
 * An example of what a source sends, as it would send it now: signed, when there is a secret to sign with.
 * @throws LedgerError `not-found` for an unknown source, `invalid` for settings that are none.
 */
export function exampleRequest(name: string, settings: WebhookSettings, { clock, random }: Present): WebhookRequest {
  const { schemes, example } = requireSource(name, createWebhookSources(settings));
  if (Object.keys(example.body).length === 0) {
    throw new LedgerError('invalid', `the mapping of ${name} has no example`, {
      field: `sources.${name}.mapping.example`,
      hint: 'give it one: example: {body: …}',
    });
  }
  const body = Buffer.from(JSON.stringify(example.body));
  const nowMs = clock();
  const [secret] = settings.sources[name]?.secrets ?? [];
  // A source lists its strongest scheme first.
  const signature = secret ? schemes[0]?.sign(body, secret, { id: newId('msg', nowMs, random), nowMs }) : undefined;
  return { body, headers: { 'content-type': 'application/json', ...example.headers, ...signature } };
}
