import type { Ledger } from '../../app/ledger.ts';
import { type Client, connect } from '../../surfaces/client/connect.ts';
import { remoteLedger } from './remote-ledger.ts';

const tokenHint =
  'put a token into DEPLOY_LEDGER_API_KEY, or apiKey of the config file; on the machine of the server: deploy-ledger token create';

/** The client of a server that the settings name. @throws LedgerError `invalid` when the key may not be sent there. */
export function connectTo(url: string, apiKey: string | undefined): Client {
  return connect({ url, token: apiKey, tokenHint });
}

/** Opens the ledger of a server. Nothing is sent before it is used. @throws LedgerError as `connectTo` does. */
export function openRemote(url: string, apiKey: string | undefined): Ledger {
  return remoteLedger(connectTo(url, apiKey), url, Date.now);
}
