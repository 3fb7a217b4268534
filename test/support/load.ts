import type { StartedServer } from './server.ts';

/** Deployments that are posted to a server one after the other by several clients at once, for as long as it answers. */
export interface Load {
  /** Ids that the server acknowledged. */
  readonly acknowledged: string[];
  /** Statuses other than 201. */
  readonly refused: number[];
  /** How many were sent in all. */
  readonly sent: () => number;
  /** Resolves once so many are acknowledged; rejects when one is refused before. */
  reached(count: number): Promise<void>;
  /** Resolves when every client has given up, because nobody answers any more. */
  readonly over: Promise<unknown>;
}

export function putUnderLoad({ post }: StartedServer, clients: number): Load {
  const [acknowledged, refused]: [string[], number[]] = [[], []];
  let sent = 0;
  const waiting: { readonly count: number; resolve(): void; reject(error: Error): void }[] = [];
  const client = async () => {
    for (;;) {
      const id = `d${sent++}`;
      const claim = { id, service: 'api', version: id, environment: 'production' };
      const answer = await post('/api/v1/deployments', claim).catch(() => undefined);
      if (answer === undefined) return;
      // What is cut off after its status was acknowledged all the same.
      if (answer.status === 201) acknowledged.push(id);
      else refused.push(answer.status);
      await answer.arrayBuffer().catch(() => undefined);
      for (const { count, resolve, reject } of waiting) {
        if (acknowledged.length >= count) resolve();
        else if (refused.length > 0) reject(new Error(`a deployment was refused with ${answer.status}`));
      }
    }
  };
  return {
    acknowledged,
    refused,
    sent: () => sent,
    reached: (count) => new Promise((resolve, reject) => waiting.push({ count, resolve, reject })),
    over: Promise.all(Array.from({ length: clients }, client)),
  };
}
