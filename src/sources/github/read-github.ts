import type { ClaimInput } from '../../domain/claims/claim.ts';
import { LedgerError } from '../../domain/errors.ts';
import { translateJson } from '../json/translate-json.ts';
import type { Reading } from '../reading.ts';
import type { RawRecord } from '../row-identity.ts';
import { deploymentClaims } from './deployment-claims.ts';
import { statusClaims } from './status-claims.ts';

export interface GithubOptions {
  /** The service that was deployed; the repository's name when absent. */
  readonly service?: string | undefined;
  /** Answers about statuses that were saved to a file of their own. */
  readonly statuses?: AsyncIterable<Uint8Array> | undefined;
}

/**
 * Reads saved answers of GitHub's REST API about deployments and their statuses, deployments first: arrays, pages of arrays as
 * `gh api --paginate` prints them (with `--slurp` or without), `{"deployments":[…],"statuses":[…]}`, or deployments that hold
 * their `statuses`. A deployment without a status stays pending. A reading's `line` is its object's number in the file.
 * @throws LedgerError `invalid` when a file as a whole is no JSON.
 */
export async function* readGithub(
  chunks: AsyncIterable<Uint8Array>,
  { service, statuses }: GithubOptions = {},
): AsyncGenerator<Reading> {
  const translation = { unwrap, translate: (record: RawRecord) => claimsOf(record, service) };
  yield* translateJson(chunks, translation);
  if (statuses !== undefined) yield* translateJson(statuses, translation);
}

/** The objects in one that holds others: a deployment stands before its own statuses. */
function unwrap(record: RawRecord): readonly unknown[] | undefined {
  const { deployments, statuses, ...deployment } = record;
  if (!Array.isArray(deployments) && !Array.isArray(statuses)) return undefined;
  return ['url' in deployment ? [deployment] : [], deployments ?? [], statuses ?? []];
}

function claimsOf(record: RawRecord, service: string | undefined): readonly ClaimInput[] {
  if ('deployment_url' in record) return statusClaims(record);
  if ('url' in record || !('message' in record)) return deploymentClaims(record, service);
  throw new LedgerError('invalid', `this is an error that GitHub answered: ${JSON.stringify(record['message'])}`);
}
