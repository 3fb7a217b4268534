import { LedgerError } from '../../domain/errors.ts';
import type { SignatureScheme } from '../../sources/webhooks/schemes/signature-scheme.ts';
import type { WebhookRequest, WebhookSource } from '../../sources/webhooks/webhook-source.ts';

export interface Credentials {
  /** Any of them may have signed it. */
  readonly secrets: readonly string[];
  /** Whether a token with the right to record came with the request. */
  readonly trusted: boolean;
  readonly nowMs: number;
}

/**
 * Makes sure that a request is genuine, and says how it was signed; undefined when a token vouches for it. The strongest scheme that a
 * request uses decides, so that a wrong signature cannot be made good by something weaker.
 * @throws LedgerError `unauthenticated`.
 */
export function authenticate(
  { name, schemes, takesTokens }: WebhookSource,
  request: WebhookRequest,
  { secrets: given, trusted, nowMs }: Credentials,
): SignatureScheme | undefined {
  const secrets = given.filter((secret) => secret !== '');
  const scheme = schemes.find((one) => one.isUsedBy(request));
  if (scheme === undefined) {
    if (takesTokens && trusted) return undefined;
    throw unsigned(name, schemes, takesTokens);
  }
  if (secrets.filter((secret) => scheme.verify(request, secret, nowMs)).length > 0) return scheme;
  if (secrets.length === 0) {
    throw new LedgerError('unauthenticated', `the delivery is signed, and this server has no secret for ${name}`, {
      hint: `set sources.${name}.secret, or ${secretVariable(name)}, to the secret that the sender has`,
    });
  }
  throw new LedgerError('unauthenticated', `${scheme.name} does not prove that the delivery is from ${name}`, {
    hint: 'check that both sides have the same secret, that the body arrives unchanged, and both clocks',
  });
}

function unsigned(name: string, schemes: readonly SignatureScheme[], takesTokens: boolean): LedgerError {
  const headers = schemes.map((scheme) => scheme.name).join(' or ');
  return new LedgerError('unauthenticated', `the delivery is not signed: it has no ${headers}`, {
    hint: takesTokens
      ? 'let the sender sign, or send authorization: Bearer with the token of a deployer'
      : `give the webhook of ${name} a secret, and this server the same in ${secretVariable(name)}`,
  });
}

/** The environment variable that holds a source's secret. */
export function secretVariable(source: string): string {
  const word = source.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_');
  return source === 'gitlab' ? 'GITLAB_WEBHOOK_TOKEN' : `${word}_WEBHOOK_SECRET`;
}
