import * as v from 'valibot';
import { LedgerError } from '../../../domain/errors.ts';
import { problemOf } from '../problem/problem.ts';
import { type Route, route } from '../route.ts';
import { verifyShape } from './shapes/reports.ts';

/** Checks the whole log. What fails is a problem of code `unverified` that carries the report. */
export const verifyRoute: Route = route({
  method: 'POST',
  path: '/api/v1/verify',
  id: 'verifyLedger',
  summary: 'Verify the whole log against its checkpoints, and the read models against the log',
  access: 'auditor',
  body: v.strictObject({
    only: v.optional(v.literal('log', 'is "log", or left out to check sealed values and read models too')),
    against: v.optional(v.array(v.string())),
  }),
  answers: {
    200: { description: 'It verifies', schema: verifyShape },
    409: { description: 'It does not: a problem that carries the report', type: 'application/problem+json' },
  },
  async handle({ ledger, body, requestId }) {
    const report = await ledger.verify(body);
    if (report.ok) return { json: report };
    const [first] = report.failures;
    const failure = new LedgerError('unverified', `it does not verify: ${first?.where}: ${first?.why}`, {
      hint: 'keep a copy of the ledger as it is; then compare with a backup and with checkpoints kept elsewhere',
    });
    const headers = { 'content-type': 'application/problem+json' };
    return { status: 409, headers, json: { ...problemOf(failure, requestId), ...report } };
  },
});
