import { arriving } from '../../arriving.ts';
import { requireJson } from '../../read-request.ts';
import { type Route, route } from '../../route.ts';
import { keyIn } from '../record-route.ts';
import { lineResultShape } from '../shapes/line-result.ts';
import { recordLines } from './record-lines.ts';
import { streamLines } from './stream-lines.ts';

const ndjson = 'application/x-ndjson';

/** Records as many records as are sent. */
export const batchRoute: Route = route({
  method: 'POST',
  path: '/api/v1/batch',
  id: 'recordBatch',
  summary: 'Record many records, one a line',
  description:
    'NDJSON goes in and comes out while it goes in: for each line, in order, either id and index or a problem. Read the answer while ' +
    'you send: a client that does not take results is read from no further. Environments that nobody registered are registered. With ' +
    'keys a batch can be sent again without a double: a key in each line, or one in Idempotency-Key, which then counts for each line ' +
    'by its number.',
  access: 'deployer',
  accepts: ndjson,
  answers: { 200: { description: 'A result for each line that is not blank', type: ndjson, schema: lineResultShape } },
  async handle({ ledger, raw, requestId, failed }) {
    requireJson(raw);
    const results = recordLines(arriving(raw), { ledger, requestId, key: keyIn(raw.headers), failed });
    return { headers: { 'content-type': ndjson, 'x-accel-buffering': 'no' }, body: streamLines(results) };
  },
});
