import { type Route, route } from '../route.ts';

/** The log as C2SP tlog-tiles: any client of such logs can read and verify it. */
export const logRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/log/checkpoint',
    id: 'getCheckpoint',
    summary: 'The signed checkpoint of the log',
    access: 'log',
    answers: { 200: { description: 'A C2SP signed note', type: 'text/plain; charset=utf-8' } },
    handle: async ({ ledger }) => ({
      headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-cache' },
      body: await ledger.checkpoint(),
    }),
  }),
  route({
    method: 'GET',
    path: '/log/tile/{path*}',
    id: 'getTile',
    summary: 'A tile of hashes, or a bundle of entries',
    access: 'log',
    answers: { 200: { description: 'The bytes of the tile', type: 'application/octet-stream' } },
    async handle({ ledger, params }) {
      const { content, isFull } = await ledger.logFile(`tile/${params['path']}`);
      const cache = isFull ? 'public, max-age=31536000, immutable' : 'no-cache';
      return {
        headers: { 'content-type': 'application/octet-stream', 'cache-control': cache },
        body: Buffer.from(content),
      };
    },
  }),
];
