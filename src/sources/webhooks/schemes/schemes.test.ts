import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WebhookRequest } from '../webhook-source.ts';
import { basicPassword } from './basic-password.ts';
import { hmacOfBody } from './hmac-of-body.ts';
import { hmacWithTime } from './hmac-with-time.ts';
import { sharedToken } from './shared-token.ts';
import { standardWebhooks } from './standard-webhooks.ts';

const vectorFile = new URL('../../../../test/vectors/webhooks/signatures.json', import.meta.url);
const vectors = JSON.parse(readFileSync(vectorFile, 'utf8'));
const github = hmacOfBody('x-hub-signature-256', 'sha256=');
const timed = hmacWithTime({ header: 'stripe-signature', time: 't', signature: 'v1' });
const nowMs = 1_768_471_200_000;

function request(body: string, headers: Readonly<Record<string, string>>): WebhookRequest {
  return { body: Buffer.from(body), headers };
}

describe('the published vectors', () => {
  it('of GitHub', () => {
    const { secret, body, header, value } = vectors.github;
    expect(github.sign(Buffer.from(body), secret, { id: '', nowMs })).toEqual({ [header]: value });
    expect(github.verify(request(body, { [header]: value }), secret, nowMs)).toBe(true);
    expect(github.verify(request(`${body} `, { [header]: value }), secret, nowMs)).toBe(false);
  });

  it('of Standard Webhooks', () => {
    const { secret, id, timestamp, body, signature } = vectors.standardWebhooks;
    const signedMs = timestamp * 1000;
    const headers = { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': signature };
    expect(standardWebhooks.sign(Buffer.from(body), secret, { id, nowMs: signedMs })).toEqual(headers);
    const other = { ...headers, 'webhook-signature': `v1,AAAA ${signature}` };
    expect(standardWebhooks.verify(request(body, other), secret, signedMs)).toBe(true);
    expect(standardWebhooks.verify(request(body, { ...headers, 'webhook-id': 'msg_2' }), secret, signedMs)).toBe(false);
  });

  it('of a time and a signature in one header', () => {
    const { secret, timestamp, body, header } = vectors.timed;
    const signed = request(body, { 'stripe-signature': header });
    expect(timed.verify(signed, secret, timestamp * 1000)).toBe(true);
    expect(timed.verify(signed, 'other', timestamp * 1000)).toBe(false);
  });
});

it.each([standardWebhooks, timed])('$name is refused when it was signed more than 300 seconds off', (scheme) => {
  const body = Buffer.from('{}');
  const headers = scheme.sign(body, 'secret', { id: 'msg_1', nowMs });
  const verdicts = [-300_999, -300_000, 0, 300_000, 301_000].map((offMs) =>
    scheme.verify({ body, headers }, 'secret', nowMs + offMs),
  );
  expect(verdicts).toEqual([false, true, true, true, false]);
});

it('takes one right signature among several', () => {
  const pagerduty = hmacOfBody('x-pagerduty-signature', 'v1=');
  const body = Buffer.from('{}');
  const [one, two] = ['old', 'new'].map((secret) => pagerduty.sign(body, secret, { id: '', nowMs }));
  const both = `${one?.['x-pagerduty-signature']}, ${two?.['x-pagerduty-signature']}`;
  expect(pagerduty.verify({ body, headers: { 'x-pagerduty-signature': both } }, 'new', nowMs)).toBe(true);
});

const schemes = [github, timed, standardWebhooks, sharedToken('x-gitlab-token'), basicPassword];

it.each(schemes)('$name takes what it signs, and nothing with another secret', (scheme) => {
  const secrets = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(fc.uint8Array(), secrets, (body, [secret = '', other = '']) => {
      const signed = { body, headers: scheme.sign(body, secret, { id: 'msg_1', nowMs }) };
      expect(scheme.isUsedBy(signed)).toBe(true);
      expect(scheme.verify(signed, secret, nowMs)).toBe(true);
      expect(scheme.verify(signed, other, nowMs)).toBe(false);
    }),
  );
});

it.each(schemes)('$name refuses anything else without a failure', (scheme) => {
  const headers = fc.dictionary(fc.constantFrom(scheme.name, 'authorization', 'webhook-id'), fc.string());
  fc.assert(
    fc.property(headers, (given) => {
      expect(scheme.verify({ body: Buffer.from('{}'), headers: given }, 'a long secret', nowMs)).toBe(false);
    }),
  );
});
