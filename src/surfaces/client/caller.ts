import type { ListOf } from '../../app/views.ts';
import { type Pages, pages } from './pages.ts';
import { type Filter, searchOf } from './search-of.ts';
import { readJson } from './transport/read-answer.ts';
import type { Sending, Transport } from './transport/transport.ts';

export interface CallOptions {
  /** Gives the call up. */
  readonly signal?: AbortSignal | undefined;
}

export interface RecordOptions extends CallOptions {
  /** Two calls with the same key record once; each call has one of its own when absent. */
  readonly idempotencyKey?: string | undefined;
}

type Fields = Readonly<Record<string, unknown>>;

/** The kinds of calls that operations are made of. */
export class Caller {
  readonly transport: Transport;

  constructor(transport: Transport) {
    this.transport = transport;
  }

  get<View>(path: string, filter: Filter = {}, { signal }: CallOptions = {}): Promise<View> {
    return this.#json({ method: 'GET', path, search: searchOf(filter), repeatable: true, signal });
  }

  text(path: string, { signal }: CallOptions = {}): Promise<string> {
    return this.transport.send({ method: 'GET', path, repeatable: true, signal }, (response) => response.text());
  }

  list<View, Page extends ListOf<View> = ListOf<View>>(
    path: string,
    filter: Filter = {},
    options: CallOptions = {},
  ): Pages<View, Page> {
    return pages<View, Page>((cursor) =>
      this.get(path, cursor === undefined ? filter : { ...filter, cursor }, options),
    );
  }

  /** Records something: sent again as often as it takes, it is recorded once. */
  record<View>(path: string, record: Fields, { idempotencyKey, signal }: RecordOptions = {}): Promise<View> {
    const own = record['idempotencyKey'];
    const key = typeof own === 'string' ? {} : { 'idempotency-key': idempotencyKey ?? newKey() };
    return this.post(path, record, { headers: key, repeatable: true, signal });
  }

  post<View>(path: string, body: unknown, how: Partial<Sending> = {}): Promise<View> {
    const headers = { 'content-type': 'application/json', ...how.headers };
    return this.#json({ method: 'POST', path, body: JSON.stringify(body), repeatable: false, ...how, headers });
  }

  /** Ends something, which can be done any number of times. */
  delete<View>(path: string, { signal }: CallOptions = {}): Promise<View> {
    return this.#json({ method: 'DELETE', path, repeatable: true, signal });
  }

  #json<View>(sending: Sending): Promise<View> {
    // The schemas of the API, by which it is documented and tested, satisfy these very types.
    return this.transport.send(sending, readJson) as Promise<View>;
  }
}

/** A key that nobody else has: 128 random bits. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `client:${Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
