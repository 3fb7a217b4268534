import { parseClaim } from '../../../domain/claims/claim.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { instant } from '../../../domain/instant.ts';
import type { Said } from '../claims/said.ts';
import type { Call } from '../command-module.ts';
import { spool, spoolFolder } from '../spool/spool-folder.ts';
import { withLedger } from '../with-ledger.ts';
import type { ProgramEnd } from './run-program.ts';

/**
 * The record of one run: its start, then its end. What the ledger cannot take is written down for the next command that records,
 * unless `strict`.
 */
export class Flight {
  readonly #call: Call;
  readonly #id: string;
  readonly #strict: boolean;
  /** What is not recorded yet, in order: the end of a run means nothing before its start. */
  #waiting: readonly object[] = [];

  constructor(call: Call, id: string, strict: boolean) {
    this.#call = call;
    this.#id = id;
    this.#strict = strict;
  }

  /** @throws LedgerError `invalid` and the like for what the person claims; whatever the ledger throws, when strict. */
  async begin(said: Said<'deployment'>, program: string): Promise<void> {
    const startedAt = instant(this.#call.host.nowMs());
    const metadata = { ...said.metadata, command: program };
    const claim = { ...said, id: this.#id, status: 'in-progress', startedAt, metadata };
    parseClaim(claim);
    await this.#tell({ ...claim, idempotencyKey: this.#key('start') }, this.#strict ? () => true : isMendable);
  }

  /** Says whether all of it is recorded, or waits. Never throws: what has run has run. */
  async end({ outcome, says }: ProgramEnd): Promise<'recorded' | 'waiting'> {
    const at = instant(this.#call.host.nowMs());
    const claim = { type: 'deployment-status', deployment: this.#id, status: outcome, at, message: says };
    await this.#tell({ ...claim, idempotencyKey: this.#key('end') }, () => false);
    return this.#waiting.length === 0 ? 'recorded' : 'waiting';
  }

  #key(moment: string): string {
    return `run:${this.#id}:${moment}`;
  }

  /** Records a claim and all that waits, or keeps it for later when the ledger fails in a way that is not fatal. */
  async #tell(claim: object, isFatal: (error: unknown) => boolean): Promise<void> {
    const claims = [...this.#waiting, claim];
    const newEnvironments = this.#waiting.length > 0 || this.#call.options['newEnvironment'] === true;
    try {
      await withLedger(this.#call, 'record', async (ledger) => {
        for (const one of claims) await ledger.record(one, { source: 'cli', newEnvironments, sign: true });
      });
      this.#waiting = [];
    } catch (error) {
      if (isFatal(error)) throw error;
      await this.#keep(claims, error);
    }
  }

  async #keep(claims: readonly object[], cause: unknown): Promise<void> {
    const { settings, output } = this.#call;
    const isNews = this.#waiting.length === 0;
    this.#waiting = claims;
    try {
      const path = await spool(spoolFolder(settings.spoolDir, settings.database.value), this.#id, claims);
      if (isNews) await output.warn(`cannot record now, so it waits in ${path}: ${messageOf(cause)}`);
    } catch (error) {
      await output.warn(`cannot record: ${messageOf(cause)}; nor keep it for later: ${messageOf(error)}`);
    }
  }
}

/** Whether the person can mend it before anything has run; nothing else may keep a deployment from happening. */
function isMendable(error: unknown): boolean {
  return error instanceof LedgerError && ['invalid', 'not-found', 'conflict'].includes(error.code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
