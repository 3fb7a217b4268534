import type { Ledger } from '../../app/ledger.ts';
import { repeat } from './repeat.ts';
import { failure, type Log } from './server-log.ts';

/**
 * What a server does by itself: it signs what came, at most once a second, and once a minute sees to overdue deployments, to deliveries that
 * wait and to bodies that were kept long enough. What it
 * gives back ends that, and signs a last time.
 */
export function startChores(ledger: Ledger, log: Log): () => Promise<void> {
  const sign = () => ledger.checkpoint();
  const process = async () => (await ledger.webhooks()).tend();
  // What the last server left is not kept waiting for a minute.
  void process().catch(failure(log, 'cannot process deliveries'));
  const chores = [
    repeat(sign, 1000, failure(log, 'cannot sign')),
    repeat(process, 60_000, failure(log, 'cannot process deliveries')),
    repeat(() => ledger.abandonOverdue({}), 60_000, failure(log, 'cannot see to overdue deployments')),
  ];
  return async () => {
    await Promise.all(chores.map((chore) => chore.stop()));
    await sign().catch(failure(log, 'cannot sign'));
  };
}
