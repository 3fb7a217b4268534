import * as v from 'valibot';
import { mayAct } from '../door/caller.ts';
import { readBytes, requireJson } from '../read-request.ts';
import { route } from '../route.ts';

const receipt = v.object({ id: v.string(), repeated: v.boolean() });

export const receiveWebhook = route({
  method: 'POST',
  path: '/webhooks/{source}',
  id: 'receiveWebhook',
  summary: 'Take in what another program sends',
  access: 'open',
  answers: {
    202: { description: 'It is kept, and will be processed; see what became of it under its id', schema: receipt },
    401: { description: 'It is not signed as it should be, and left no trace' },
  },
  async handle({ ledger, params, raw, caller }) {
    const trusted = mayAct(caller.role, 'deployer') && !isForm(raw);
    if (!isForm(raw)) requireJson(raw);
    const webhooks = await ledger.webhooks();
    const request = { headers: Object.fromEntries(raw.headers), body: await readBytes(raw) };
    const { id, repeated } = await webhooks.receive(params['source'] ?? '', request, { trusted });
    const location = `/api/v1/deliveries/${encodeURIComponent(id)}`;
    return { status: 202, headers: { location }, json: { id, repeated } };
  },
});

/** GitHub can send JSON in a form. Any page can send one, too: so it takes a signature, never a token that a browser may add. */
function isForm(request: Request): boolean {
  return (request.headers.get('content-type') ?? '').startsWith('application/x-www-form-urlencoded');
}
