import { readFileSync } from 'node:fs';
import { createSecureContext } from 'node:tls';
import { LedgerError } from '../../domain/errors.ts';
import type { ServerSettings, Setting } from '../../surfaces/cli/settings.ts';

export interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/**
 * Reads the certificate and its key; undefined when neither is named.
 * @throws LedgerError `invalid` when one of the two is missing or they do not belong together, `storage` when one cannot be read.
 */
export function readTls({ tlsCert, tlsKey }: ServerSettings): TlsFiles | undefined {
  if (tlsCert.value === undefined && tlsKey.value === undefined) return undefined;
  const files = { cert: read(tlsCert, 'server.tls.cert'), key: read(tlsKey, 'server.tls.key') };
  try {
    createSecureContext(files);
    return files;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : cause;
    throw new LedgerError('invalid', `${tlsCert.value} and ${tlsKey.value} cannot be used for https: ${why}`, {
      field: 'server.tls',
      hint: 'name a certificate and its own private key, both in PEM',
      cause,
    });
  }
}

function read({ value }: Setting, field: string): Buffer {
  if (value === undefined) {
    throw new LedgerError('invalid', `https takes a certificate and its key, and ${field} is not set`, { field });
  }
  try {
    return readFileSync(value);
  } catch (cause) {
    throw new LedgerError('storage', `cannot read ${value}: ${cause instanceof Error ? cause.message : cause}`, {
      field,
      cause,
    });
  }
}
