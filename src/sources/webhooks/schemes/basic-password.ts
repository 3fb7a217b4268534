import { equalSecrets } from './equal-secrets.ts';
import type { SignatureScheme } from './signature-scheme.ts';

/** The secret as the password of HTTP basic authentication (RFC 7617), under any user name. */
export const basicPassword: SignatureScheme = {
  name: 'authorization: Basic',
  isUsedBy: ({ headers }) => /^basic /i.test(headers['authorization'] ?? ''),
  verify({ headers }, secret) {
    const [, credentials = ''] = (headers['authorization'] ?? '').split(' ');
    const pair = Buffer.from(credentials, 'base64').toString();
    return equalSecrets(pair.slice(pair.indexOf(':') + 1), secret);
  },
  sign: (_body, secret) => ({
    authorization: `Basic ${Buffer.from(`deploy-ledger:${secret}`).toString('base64')}`,
  }),
};
