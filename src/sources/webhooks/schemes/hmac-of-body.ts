import { createHmac } from 'node:crypto';
import { equalSecrets } from './equal-secrets.ts';
import type { SignatureScheme } from './signature-scheme.ts';

/**
 * HMAC-SHA256 over the body, in hexadecimal behind a prefix: `sha256=…` of GitHub, `v1=…` of PagerDuty. A header may list several
 * signatures with commas, one for each of the sender's secrets; one that is right is enough.
 */
export function hmacOfBody(header: string, prefix: string): SignatureScheme {
  const sign = (body: Uint8Array, secret: string) =>
    `${prefix}${createHmac('sha256', secret).update(body).digest('hex')}`;
  return {
    name: header,
    isUsedBy: ({ headers }) => headers[header] !== undefined,
    verify({ headers, body }, secret) {
      const right = sign(body, secret);
      const given = (headers[header] ?? '').split(',').map((signature) => signature.trim());
      return given.filter((signature) => equalSecrets(signature, right)).length > 0;
    },
    sign: (body, secret) => ({ [header]: sign(body, secret) }),
  };
}
