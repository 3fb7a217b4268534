import { parseClaim } from '../../../domain/claims/claim.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { instant } from '../../../domain/instant.ts';
import type { Said } from '../claims/said.ts';
import type { Call } from '../command-module.ts';
import { spool, spoolFolder } from '../spool/spool-folder.ts';
import { withLedger } from '../with-ledger.ts';
import type { ProgramEnd } from './run-program.ts';

type SpooledClaim = Parameters<typeof spool>[2][number];

/** Whether the person can mend it before anything has run; nothing else may keep a deployment from happening. */
function isMendable(error: unknown): boolean {
  return error instanceof LedgerError && ['invalid', 'not-found', 'conflict'].includes(error.code);
}

/**
 * The record of one run: its start, then its end. What the ledger cannot take is written down for the next command to send,
 * unless `strict`.
 */
export class Flight {
  readonly #call: Call;
  readonly #id: string;
  readonly #strict: boolean;
  readonly #waiting: SpooledClaim[] = [];

  constructor(call: Call, id: string, strict: boolean) {
    this.#call = call;
    this.#id = id;
    this.#strict = strict;
  }

  /** @throws LedgerError `invalid` and the like for what the person claims; whatever the ledger throws, when strict. */
  async begin(said: Said<'deployment'>, program: string): Promise<void> {
    const startedAt = instant(this.#call.host.nowMs());
    const metadata = { ...said.metadata, command: program };
    const claim = {
      ...said,
      id: this.#id,
      status: 'in-progress',
      startedAt,
      metadata,
      idempotencyKey: this.#key('start'),
    };
    parseClaim(claim);
    await this.#tell(claim as SpooledClaim, this.#strict ? () => true : isMendable);
  }

  /** Never throws: what has run has run. */
  async end({ outcome, says }: ProgramEnd): Promise<void> {
    const at = instant(this.#call.host.nowMs());
    const claim = { type: 'deployment-status' as const, deployment: this.#id, status: outcome, at, message: says };
    await this.#tell({ ...claim, idempotencyKey: this.#key('end') }, () => false);
  }

  #key(moment: string): string {
    return `run:${this.#id}:${moment}`;
  }

  /** Records a claim, or keeps it for later when the ledger fails in a way that is not fatal. */
  async #tell(claim: SpooledClaim, isFatal: (error: unknown) => boolean): Promise<void> {
    const { options } = this.#call;
    try {
      // Their order counts: the end of a run means nothing before its start.
      const claims = [...this.#waiting, claim];
      await withLedger(this.#call, 'record', async (ledger) => {
        for (const one of claims)
          await ledger.record(one, { source: 'cli', newEnvironments: options['newEnvironment'] === true, sign: true });
      });
    } catch (error) {
      if (isFatal(error)) throw error;
      await this.#keep(claim, error);
    }
  }

  async #keep(claim: SpooledClaim, cause: unknown): Promise<void> {
    const { settings, output } = this.#call;
    this.#waiting.push(claim);
    const why = cause instanceof Error ? cause.message : String(cause);
    try {
      const folder = spoolFolder(settings.spoolDir, settings.database.value);
      const path = await spool(folder, this.#id, this.#waiting);
      await output.warn(`cannot record now: ${why}; it waits in ${path} for the next command that records`);
    } catch (error) {
      const also = error instanceof Error ? error.message : String(error);
      await output.warn(`cannot record: ${why}; and it cannot be kept for later: ${also}`);
    }
  }
}
