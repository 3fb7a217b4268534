import type { OpenStore, TestApi } from './contract.ts';
import { deliveriesContract } from './deliveries-contract.ts';
import { deploymentsContract } from './deployments-contract.ts';
import { eventsContract } from './events-contract.ts';
import { identityContract } from './identity-contract.ts';
import { laneContract } from './lane-contract.ts';
import { logContract } from './log-contract.ts';
import { positionsContract } from './positions-contract.ts';
import { readModelsContract } from './read-models-contract.ts';
import { registrationsContract } from './registrations-contract.ts';
import { runningContract } from './running-contract.ts';
import { sealedContract } from './sealed-contract.ts';
import { tokensContract } from './tokens-contract.ts';
import { transactionContract } from './transaction-contract.ts';

const suites = [
  identityContract,
  logContract,
  sealedContract,
  transactionContract,
  deploymentsContract,
  runningContract,
  eventsContract,
  registrationsContract,
  laneContract,
  readModelsContract,
  tokensContract,
  deliveriesContract,
  positionsContract,
];

/**
 * What every ledger store must do, as tests for any runner. `open` gives a store on a new, empty database; the suite closes it.
 */
export function storeContract(api: TestApi, open: OpenStore): void {
  for (const suite of suites) suite(api, open);
}
