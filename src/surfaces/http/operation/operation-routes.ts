import * as v from 'valibot';
import { LedgerError } from '../../../domain/errors.ts';
import { HttpError } from '../problem/problem.ts';
import { type Route, route } from '../route.ts';

/** What those who watch over the process ask it: whether it lives, and whether it can do its work. */
export const operationRoutes: readonly Route[] = [
  route({
    method: 'GET',
    path: '/healthz',
    id: 'showLiveness',
    summary: 'Whether the server lives',
    access: 'open',
    answers: { 200: { description: 'It lives', schema: v.object({ status: v.literal('alive') }) } },
    handle: async () => ({ json: { status: 'alive' } }),
  }),
  route({
    method: 'GET',
    path: '/readyz',
    id: 'showReadiness',
    summary: 'Whether the log can be read, written and signed',
    access: 'open',
    answers: {
      200: { description: 'It can', schema: v.object({ status: v.literal('ready') }) },
      503: { description: 'It cannot, and why', type: 'application/problem+json' },
    },
    async handle({ ledger }) {
      try {
        await ledger.requireReady();
      } catch (error) {
        throw unready(error);
      }
      return { json: { status: 'ready' } };
    },
  }),
];

/** Whatever the reason is: for the time being the server is not to be sent work. */
function unready(error: unknown): unknown {
  if (!(error instanceof LedgerError)) return error;
  const { code, message, hint } = error;
  return new HttpError(503, code, message, hint === undefined ? {} : { hint });
}
