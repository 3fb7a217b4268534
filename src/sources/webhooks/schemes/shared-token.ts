import { equalSecrets } from './equal-secrets.ts';
import type { SignatureScheme } from './signature-scheme.ts';

/** The secret itself in a header. It proves less than a signature, since whoever sees one request can make others. */
export function sharedToken(header: string): SignatureScheme {
  return {
    name: header,
    isUsedBy: ({ headers }) => headers[header] !== undefined,
    verify: ({ headers }, secret) => equalSecrets(headers[header] ?? '', secret),
    sign: (_body, secret) => ({ [header]: secret }),
  };
}
