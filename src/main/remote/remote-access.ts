import type { Webhooks } from '../../app/deliveries/webhooks.ts';
import { parseTokenRequest } from '../../app/door/token-request.ts';
import type { Tokens } from '../../app/door/tokens.ts';
import type { Client } from '../../surfaces/client/connect.ts';
import { needsFile } from './needs-file.ts';
import { readPages } from './read-pages.ts';

/** Who has access, for administrators. To let somebody in is for the server alone. */
export function remoteTokens(client: Client): Tokens {
  const refuse = async () => {
    throw needsFile('to let somebody in');
  };
  return {
    any: async () => (await client.listTokens({ all: true, limit: 1 })).items.length > 0,
    create: (request) => client.createToken(parseTokenRequest(request)),
    list: (query) => readPages(query, (page) => client.listTokens({ all: query.all, ...page })),
    revoke: (id) => client.revokeToken(id),
    admit: refuse,
    openSession: refuse,
    admitSession: refuse,
    closeSession: refuse,
  };
}

/** What sources sent. Taking it in is for the server alone. */
export function remoteWebhooks(client: Client): Webhooks {
  const refuse = () => {
    throw needsFile('to take deliveries in');
  };
  return {
    list: (query) =>
      readPages(query, (page) => client.listDeliveries({ source: query.source, state: query.state, ...page })),
    delivery: (id) => client.getDelivery(id),
    replay: (id) => client.replayDelivery(id),
    receive: async () => refuse(),
    tend: async () => refuse(),
    settled: async () => refuse(),
    counts: refuse,
    configure: refuse,
    close: async () => undefined,
  };
}
