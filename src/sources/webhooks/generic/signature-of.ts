import { basicPassword } from '../schemes/basic-password.ts';
import { hmacOfBody } from '../schemes/hmac-of-body.ts';
import { hmacWithTime } from '../schemes/hmac-with-time.ts';
import { sharedToken } from '../schemes/shared-token.ts';
import type { SignatureScheme } from '../schemes/signature-scheme.ts';
import { standardWebhooks } from '../schemes/standard-webhooks.ts';
import type { MappedSignature } from './mapping.ts';

/** The signature scheme that a mapping describes. */
export function signatureOf(signature: MappedSignature): SignatureScheme {
  switch (signature.scheme) {
    case 'hmac':
      return hmacOfBody(signature.header, signature.prefix);
    case 'hmac-with-time':
      return hmacWithTime(signature);
    case 'token':
      return sharedToken(signature.header);
    case 'basic':
      return basicPassword;
    case 'standard-webhooks':
      return standardWebhooks;
  }
}
