import { createHmac } from 'node:crypto';
import { equalSecrets } from './equal-secrets.ts';
import { isRecent } from './is-recent.ts';
import type { SignatureScheme } from './signature-scheme.ts';

const idHeader = 'webhook-id';
const timeHeader = 'webhook-timestamp';
const header = 'webhook-signature';
const secretPrefix = 'whsec_';

/**
 * Standard Webhooks, symmetric: HMAC-SHA256 over `<id>.<unix seconds>.<body>`, in base64 behind `v1,`, several separated by blanks
 * (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md). A secret that begins with `whsec_` is
 * base64; any other is taken as it is. Repetitions are for the caller to recognise, by the id.
 */
export const standardWebhooks: SignatureScheme = {
  name: header,
  isUsedBy: ({ headers }) => headers[header] !== undefined,
  verify({ headers, body }, secret, nowMs) {
    const { [idHeader]: id = '', [timeHeader]: seconds = '', [header]: given = '' } = headers;
    const right = sign(body, secret, id, seconds);
    const genuine = given.split(' ').filter((signature) => equalSecrets(signature, right));
    return genuine.length > 0 && id !== '' && isRecent(seconds, nowMs);
  },
  sign(body, secret, { id, nowMs }) {
    const seconds = String(Math.floor(nowMs / 1000));
    return { [idHeader]: id, [timeHeader]: seconds, [header]: sign(body, secret, id, seconds) };
  },
};

function sign(body: Uint8Array, secret: string, id: string, seconds: string): string {
  const hmac = createHmac('sha256', keyOf(secret)).update(`${id}.${seconds}.`).update(body);
  return `v1,${hmac.digest('base64')}`;
}

function keyOf(secret: string): Buffer {
  return secret.startsWith(secretPrefix)
    ? Buffer.from(secret.slice(secretPrefix.length), 'base64')
    : Buffer.from(secret);
}
