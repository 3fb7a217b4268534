import { LedgerError } from '../../domain/errors.ts';
import { didYouMean } from '../../domain/suggest.ts';
import type { WebhookSource } from '../../sources/webhooks/webhook-source.ts';

/** @throws LedgerError `not-found`, which lists the sources. */
export function requireSource(name: string, sources: ReadonlyMap<string, WebhookSource>): WebhookSource {
  const source = sources.get(name);
  if (source !== undefined) return source;
  const names = [...sources.keys()];
  throw new LedgerError('not-found', `there is no source "${name}"${didYouMean(name, names)}`, {
    hint: `the sources are: ${names.join(', ')}; add others with sources.NAME.mapping`,
  });
}
