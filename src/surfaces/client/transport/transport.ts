import { LedgerError } from '../../../domain/errors.ts';
import { redirectOf } from './follow-redirect.ts';
import { pause } from './pause.ts';
import { requireSuccess } from './read-answer.ts';
import { retryPauseMs } from './retry.ts';
import { requireSafe, serverAddress } from './server-address.ts';
import { NoAnswer } from './server-error.ts';

export type Fetch = (url: URL, init: RequestInit) => Promise<Response>;

/** What a request is, before it has an address and a token. */
export interface Sending {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** Relative to the server's address. */
  readonly path: string;
  readonly search?: URLSearchParams;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer>;
  /** Whether sending it twice comes to the same as once. */
  readonly repeatable: boolean;
  /** Whether an answer may take as long as it likes. */
  readonly slow?: boolean;
  readonly signal?: AbortSignal | undefined;
}

export interface TransportOptions {
  readonly url: string;
  readonly token?: string | undefined;
  readonly tokenHint?: string | undefined;
  readonly fetch: Fetch;
  readonly timeoutMs: number;
}

/** Redirects that are followed within one server. */
const mostRedirects = 5;

/** Carries requests to one server and answers back: with the token, again where that helps, and nowhere else. */
export class Transport {
  readonly #address: URL;
  readonly #token: string | undefined;
  readonly #tokenHint: string | undefined;
  readonly #fetch: Fetch;
  readonly #timeoutMs: number;

  /** @throws LedgerError `invalid` for an address that is none, or that the token may not be sent to. */
  constructor({ url, token, tokenHint, fetch, timeoutMs }: TransportOptions) {
    this.#address = serverAddress(url, token);
    this.#token = token;
    this.#tokenHint = tokenHint;
    this.#fetch = fetch;
    this.#timeoutMs = timeoutMs;
  }

  /**
   * Sends a request and reads its answer, a few times if need be.
   * @throws ServerError for what the server refuses; LedgerError `unreachable` when it gives no answer, or one that no ledger gives.
   */
  async send<Answer>(sending: Sending, read: (response: Response, address: URL) => Promise<Answer>): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        const response = await this.#answerTo(sending);
        await requireSuccess(response, this.#address, this.#tokenHint);
        return await this.#whole(sending, read(response, this.#address));
      } catch (error) {
        const waitMs = retryPauseMs(error, attempt, sending.repeatable);
        if (waitMs === undefined) throw error;
        await pause(waitMs, sending.signal);
      }
    }
  }

  async #answerTo(sending: Sending): Promise<Response> {
    let url = new URL(sending.path, this.#address);
    url.search = sending.search?.toString() ?? '';
    for (let followed = 0; followed <= mostRedirects; followed += 1) {
      const response = await this.#fetchOnce(url, sending);
      const next = redirectOf(response, url, sending.method);
      if (next === undefined) return response;
      if (this.#token !== undefined) requireSafe(next);
      url = next;
    }
    throw new LedgerError('unreachable', `${this.#address.origin} sends requests round in circles`);
  }

  async #fetchOnce(url: URL, { method, headers, body, slow, signal }: Sending): Promise<Response> {
    const late = new AbortController();
    const timer = slow ? undefined : setTimeout(() => late.abort(), this.#timeoutMs);
    const authorization = this.#token === undefined ? {} : { authorization: `Bearer ${this.#token}` };
    try {
      return await this.#fetch(url, {
        method,
        headers: { ...headers, ...authorization },
        body: body ?? null,
        redirect: 'manual',
        signal: signal === undefined ? late.signal : AbortSignal.any([late.signal, signal]),
      });
    } catch (error) {
      signal?.throwIfAborted();
      const why = late.signal.aborted ? `it did not answer within ${this.#timeoutMs / 1000} s` : whyOf(error);
      throw new NoAnswer(this.#address, why, error);
    } finally {
      clearTimeout(timer);
    }
  }

  /** An answer whose end does not come is none. */
  async #whole<Answer>({ signal }: Sending, reading: Promise<Answer>): Promise<Answer> {
    try {
      return await reading;
    } catch (error) {
      signal?.throwIfAborted();
      throw error instanceof LedgerError
        ? error
        : new NoAnswer(this.#address, `its answer broke off (${whyOf(error)})`, error);
    }
  }
}

/** What is behind `fetch failed`. */
function whyOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  if (cause instanceof AggregateError && cause.errors[0] instanceof Error) return cause.errors[0].message;
  return cause instanceof Error && cause.message !== '' ? cause.message : error.message;
}
