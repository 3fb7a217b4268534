import type { Draft } from '../../domain/facts/fact.ts';
import { instant } from '../../domain/instant.ts';
import { Projector } from '../../projections/projector.ts';
import type { LedgerTransaction } from '../../projections/read-store.ts';
import type { AbandonOptions } from '../ledger.ts';
import { signedTransaction } from '../log/signed-transaction.ts';
import { treeHead } from '../log/signing.ts';
import { Batch } from '../record/batch.ts';
import { mostInBatch, type RecorderPorts } from '../record/recorder.ts';
import { findOverdue, withoutAbandoned } from './find-overdue.ts';
import { type Limits, limitsOf, type Overdue, overdueAmong } from './overdue.ts';

/** Through what these facts come in: nobody reported them. */
const source = 'deadline';

/**
 * Records as abandoned what was under way and not heard of for longer than its environment's limit, as of its deadline. What is due is
 * looked up without a lock and looked at again under it: a report that came in between counts, and of several processes one records it.
 * @throws LedgerError `overloaded`, `storage`; `unverified` when it is to be signed and may not be.
 */
export async function abandonOverdue(ports: RecorderPorts, { most, sign }: AbandonOptions): Promise<number> {
  const { store, clock } = ports;
  const limits = limitsOf(await store.environments());
  const found = await findOverdue(store, limits, clock(), most);
  let abandoned = 0;
  for (let from = 0; from < found.length; from += mostInBatch) {
    abandoned += await abandon(ports, found.slice(from, from + mostInBatch), limits, sign ?? false);
  }
  return abandoned;
}

function abandon(ports: RecorderPorts, found: readonly Overdue[], limits: Limits, signs: boolean): Promise<number> {
  return signedTransaction(ports, async (transaction, sign) => {
    const nowMs = ports.clock();
    const due = await stillDue(transaction, found, limits, nowMs);
    if (due.length === 0) return 0;
    const head = await transaction.head();
    const { random, strategies } = ports;
    const batch = await Batch.begin(transaction, new Projector(), head, nowMs, []);
    await batch.append(
      due.map((one) => abandonment(one, nowMs)),
      { nowMs, random, strategies, source, registersEnvironments: false },
    );
    await batch.write();
    if (signs) await sign(treeHead(head), { size: batch.tree.size, root: batch.tree.root() });
    return due.length;
  });
}

async function stillDue(
  transaction: LedgerTransaction,
  found: readonly Overdue[],
  limits: Limits,
  nowMs: number,
): Promise<Overdue[]> {
  const rows = await transaction.currentDeployments(found.map(({ id }) => id));
  return withoutAbandoned(transaction, overdueAmong(rows, limits, nowMs));
}

function abandonment({ id, lastHeardMs, deadlineMs }: Overdue, nowMs: number): Draft {
  const data = { deployment: id, lastHeardAt: instant(lastHeardMs) };
  const times = { occurredAt: instant(deadlineMs), recordedAt: instant(nowMs) };
  return { fact: { data, ...times, source, type: 'deployment.abandoned', v: 1 }, secrets: [] };
}
