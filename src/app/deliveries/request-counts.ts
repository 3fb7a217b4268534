import type { RequestCount } from './webhooks.ts';

/** Counts requests by their source and what was done with them. */
export class RequestCounts {
  readonly #counts = new Map<string, RequestCount>();

  add(source: string, outcome: RequestCount['outcome']): void {
    const key = `${outcome} ${source}`;
    this.#counts.set(key, { source, outcome, count: (this.#counts.get(key)?.count ?? 0) + 1 });
  }

  list(): readonly RequestCount[] {
    return [...this.#counts.values()];
  }
}
