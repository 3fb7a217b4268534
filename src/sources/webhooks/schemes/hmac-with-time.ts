import { createHmac } from 'node:crypto';
import { equalSecrets } from './equal-secrets.ts';
import { isRecent } from './is-recent.ts';
import type { SignatureScheme } from './signature-scheme.ts';

export interface TimedHeader {
  readonly header: string;
  /** What stands before the unix seconds at which it was signed: `t` in `t=1492774577,v1=…`. */
  readonly time: string;
  /** What stands before the signature. */
  readonly signature: string;
}

/** HMAC-SHA256 over `<unix seconds>.<body>`, in hexadecimal beside the seconds in one header, as Stripe and Buildkite write it. */
export function hmacWithTime({ header, time, signature }: TimedHeader): SignatureScheme {
  const sign = (body: Uint8Array, secret: string, seconds: string) =>
    createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex');
  return {
    name: header,
    isUsedBy: ({ headers }) => headers[header] !== undefined,
    verify({ headers, body }, secret, nowMs) {
      const parts = (headers[header] ?? '').split(',').map((part) => part.trim().split('='));
      const seconds = parts.find(([name]) => name === time)?.[1] ?? '';
      const right = sign(body, secret, seconds);
      const genuine = parts.filter(([name, value = '']) => name === signature && equalSecrets(value, right));
      return genuine.length > 0 && isRecent(seconds, nowMs);
    },
    sign(body, secret, { nowMs }) {
      const seconds = String(Math.floor(nowMs / 1000));
      return { [header]: `${time}=${seconds},${signature}=${sign(body, secret, seconds)}` };
    },
  };
}
