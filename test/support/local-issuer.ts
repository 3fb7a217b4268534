import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { onTestFinished } from 'vitest';

const kid = 'key-1';

/** An identity provider on this machine, as GitHub and GitLab have one on the net. */
export interface LocalIssuer {
  readonly address: string;
  /** What it was asked for, in order. */
  readonly asked: readonly string[];
  /** Signs claims that are good for five minutes from `atMs`. */
  sign(claims: Readonly<Record<string, unknown>>, atMs?: number): Promise<string>;
  /** Signs with a new key, and publishes the old one still. */
  loseKey(): Promise<void>;
  /** Stops answering. */
  fail(): void;
}

export async function openLocalIssuer(): Promise<LocalIssuer> {
  let [signing, fails] = [await generateKeyPair('RS256'), false];
  const keys = [{ ...(await exportJWK(signing.publicKey)), kid, alg: 'RS256', use: 'sig' }];
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const isKeys = url === '/jwks';
    const body = isKeys ? { keys } : { issuer: address, jwks_uri: `${address}/jwks` };
    response.writeHead(fails ? 500 : 200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    address,
    asked,
    sign(claims, atMs = Date.now()) {
      const iat = Math.floor(atMs / 1000);
      const payload = { iss: address, iat, exp: iat + 300, ...claims } as JWTPayload;
      return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).sign(signing.privateKey);
    },
    loseKey: async () => {
      signing = await generateKeyPair('RS256');
    },
    fail: () => {
      fails = true;
    },
  };
}
