import type { Authority } from '../../domain/decide/token.ts';
import type { Draft } from '../../domain/facts/fact.ts';
import { Projector } from '../../projections/projector.ts';
import type { LedgerTransaction } from '../../projections/read-store.ts';
import { signedTransaction } from '../log/signed-transaction.ts';
import { treeHead } from '../log/signing.ts';
import { Batch } from '../record/batch.ts';
import type { RecorderPorts } from '../record/recorder.ts';

/** Who asks for a change of a token, and through what. */
export interface Asked {
  readonly by: Authority;
  /** Through what it is asked for, such as `cli`. */
  readonly source: string;
  /** Sign a checkpoint along with it: for the last word of a command. */
  readonly sign?: boolean | undefined;
}

export interface TokenWork {
  readonly transaction: LedgerTransaction;
  readonly nowMs: number;
  /** Records why a token changes, and says at which index of the log; to be called once at most. */
  record(draft: Draft): Promise<number>;
}

/** Runs a transaction that changes a token and records that it does: either both or neither. */
export function tokenTransaction<Result>(
  ports: RecorderPorts,
  { source, sign }: Asked,
  work: (within: TokenWork) => Promise<Result>,
): Promise<Result> {
  const { clock, random, strategies } = ports;
  return signedTransaction(ports, (transaction, signNow) => {
    const nowMs = clock();
    const record = async (draft: Draft) => {
      const head = await transaction.head();
      const batch = await Batch.begin(transaction, new Projector(), head, nowMs, []);
      await batch.append([draft], { nowMs, random, strategies, source, registersEnvironments: false });
      await batch.write();
      if (sign) await signNow(treeHead(head), { size: batch.tree.size, root: batch.tree.root() });
      return head.size;
    };
    return work({ transaction, nowMs, record });
  });
}
