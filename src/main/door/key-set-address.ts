import * as v from 'valibot';
import { LedgerError } from '../../domain/errors.ts';

const discovery = v.object({ issuer: v.string(), jwks_uri: v.pipe(v.string(), v.url()) });

/**
 * Where an identity provider publishes its keys (OpenID Connect Discovery 1.0 §4).
 * @throws LedgerError `unreachable` when it does not say, or says so of another issuer.
 */
export async function keySetAddress(issuer: string, timeoutMs: number): Promise<URL> {
  const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
  const found = await read(address, timeoutMs);
  const keys = new URL(found.jwks_uri);
  const isSafe = keys.protocol === 'https:' || issuer.startsWith('http:');
  if (found.issuer === issuer && isSafe) return keys;
  throw new LedgerError('unreachable', `${address} is not that of ${issuer}, or names no https address for its keys`);
}

async function read(address: string, timeoutMs: number): Promise<v.InferOutput<typeof discovery>> {
  try {
    const answer = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (!answer.ok) throw new Error(`it answers ${answer.status}`);
    return v.parse(discovery, await answer.json());
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new LedgerError('unreachable', `cannot read ${address}: ${why}`, { cause });
  }
}
