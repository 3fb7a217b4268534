import type { Context } from '../../domain/decide/context.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { RandomBytes } from '../../domain/ids.ts';
import type { Strategies } from '../../domain/strategies/registry.ts';
import { type Hmac, hmacUnder } from '../../ledger/hmac.ts';
import { Projector } from '../../projections/projector.ts';
import type { RecordOptions } from '../ledger.ts';
import { signedTransaction } from '../log/signed-transaction.ts';
import { type SigningPorts, treeHead } from '../log/signing.ts';
import { Batch, type Outcome } from './batch.ts';
import { type Request, toRequest } from './request.ts';

/** Claims that one transaction takes at most. */
export const mostInBatch = 256;
/** Claims that may wait; beyond that, callers are sent away. */
const mostWaiting = 8192;

export interface RecorderPorts extends SigningPorts {
  readonly strategies: Strategies;
  readonly clock: () => number;
  readonly random: RandomBytes;
}

interface Waiting {
  readonly request: Request;
  readonly options: RecordOptions;
  resolve(outcome: Outcome): void;
  reject(error: unknown): void;
}

/** The one way in: claims queue up, and whatever waits is committed together. One sequencer a ledger and process. */
export class Recorder {
  readonly #ports: RecorderPorts;
  readonly #hmac: Hmac;
  readonly #projector = new Projector();
  #queue: Waiting[] = [];
  #working = false;
  /** Length of the log after this process wrote last: what the projector remembers is true of that log only. */
  #knownSize = -1;

  constructor(ports: RecorderPorts) {
    this.#ports = ports;
    this.#hmac = hmacUnder(ports.identity.secret);
  }

  /**
   * Records a claim, or says why not. It settles when the facts are on disk.
   * @throws LedgerError `overloaded`, `storage`, `unverified`.
   */
  async record(claim: unknown, options: RecordOptions): Promise<Outcome> {
    const request = tryRequest(claim, this.#hmac);
    if (request instanceof LedgerError) return request;
    if (this.#queue.length >= mostWaiting) {
      throw new LedgerError('overloaded', `${mostWaiting} records are waiting to be written`, {
        hint: 'try again in a second',
      });
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ request, options, resolve, reject });
      if (!this.#working) void this.#work();
    });
  }

  /** What would become of these claims, one after the other; everything is tried in a transaction that is rolled back. */
  async tryOut(claims: readonly unknown[], options: RecordOptions): Promise<Outcome[]> {
    const requests = claims.map((claim) => tryRequest(claim, this.#hmac));
    const outcomes: Outcome[] = [];
    try {
      await this.#ports.store.transact(async (transaction) => {
        const head = await transaction.head();
        const valid = requests.filter((request): request is Request => !(request instanceof LedgerError));
        const batch = await Batch.begin(transaction, new Projector(), head, this.#ports.clock(), valid);
        for (const request of requests) {
          outcomes.push(request instanceof LedgerError ? request : await batch.add(request, this.#context(options)));
        }
        throw new RolledBack();
      });
    } catch (error) {
      if (!(error instanceof RolledBack)) throw error;
    }
    return outcomes;
  }

  async #work(): Promise<void> {
    this.#working = true;
    // Whoever calls in the same turn of the event loop comes along in the first batch.
    await Promise.resolve();
    while (this.#queue.length > 0) {
      const batch = this.#queue.splice(0, mostInBatch);
      try {
        const outcomes = await this.#commit(batch);
        for (const [i, waiting] of batch.entries()) waiting.resolve(outcomes[i] ?? lost());
      } catch (error) {
        this.#projector.forget();
        this.#knownSize = -1;
        for (const waiting of batch) waiting.reject(error);
      }
      // A store may never wait for anything: without this, timers, signals and sockets would wait for the whole queue.
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#working = false;
  }

  async #commit(waiting: readonly Waiting[]): Promise<Outcome[]> {
    const requests = waiting.map(({ request }) => request);
    const signs = waiting.some(({ options }) => options.sign);
    const outcomes = await signedTransaction(this.#ports, async (transaction, sign) => {
      const head = await transaction.head();
      if (head.size !== this.#knownSize) this.#projector.forget();
      const batch = await Batch.begin(transaction, this.#projector, head, this.#ports.clock(), requests);
      const results: Outcome[] = [];
      for (const { request, options } of waiting) results.push(await batch.add(request, this.#context(options)));
      await batch.write();
      if (signs && batch.size > 0) await sign(treeHead(head), { size: batch.tree.size, root: batch.tree.root() });
      this.#knownSize = batch.tree.size;
      return results;
    });
    this.#projector.trim();
    return outcomes;
  }

  #context(options: RecordOptions): Context {
    const { clock, random, strategies } = this.#ports;
    return {
      nowMs: clock(),
      random,
      strategies,
      source: options.source,
      registersEnvironments: options.newEnvironments ?? false,
    };
  }
}

/** Rolls a transaction back after everything was tried. */
class RolledBack extends Error {}

function tryRequest(claim: unknown, hmac: Hmac): Request | LedgerError {
  try {
    return toRequest(claim, hmac);
  } catch (error) {
    if (error instanceof LedgerError) return error;
    throw error;
  }
}

function lost(): LedgerError {
  return new LedgerError('internal', 'a record got no answer');
}
