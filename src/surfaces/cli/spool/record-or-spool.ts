import type { Claim } from '../../../domain/claims/claim.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { newId } from '../../../domain/ids.ts';
import type { RecordingOptions } from '../claims/recording-options.ts';
import type { Call } from '../command-module.ts';
import { settleClaim, settleTimes } from './settle-claim.ts';
import { spool, spoolFolder } from './spool-folder.ts';

/** Reasons for which a server takes no record now, and may take it later. */
const passing = ['unreachable', 'overloaded', 'storage'];

/**
 * Records through a server, or keeps the claim for the next command that records and says so: then there is no result. It is sent as it
 * would be kept, so that one which did arrive, without word of it, is no second record later.
 */
export async function recordOrSpool<Result>(
  call: Call,
  claim: Claim,
  record: (claim: Claim) => Promise<Result>,
): Promise<Result | undefined> {
  const settled = settleClaim(claim, call.host.nowMs(), call.host.random);
  try {
    return await record(settled);
  } catch (error) {
    if (!isToKeep(error, call.options)) throw error;
    await keep(call, settled, error);
    return undefined;
  }
}

function isToKeep(error: unknown, { strict = false, dryRun = false }: RecordingOptions): boolean {
  return !strict && !dryRun && error instanceof LedgerError && passing.includes(error.code);
}

async function keep(call: Call, claim: Claim, cause: unknown): Promise<void> {
  const { host, settings, output } = call;
  const nowMs = host.nowMs();
  const id = 'id' in claim ? (claim.id ?? null) : null;
  const name = id !== null && ownId.test(id) ? id : newId(rankedName(claim), nowMs, host.random);
  const path = await spool(spoolFolder(settings.spoolDir, settings.database.value), name, [settleTimes(claim, nowMs)]);
  const why = cause instanceof Error ? cause.message : String(cause);
  await output.warn(`cannot record now, so it waits in ${path}: ${why}`);
  if (output.askedForFormat) await output.record({ id, waiting: path }, { name: id ?? '' });
  else await output.say(`Waits to be recorded: ${id ?? claim.type}`);
}

/** An id that this program drew: any other may not do as the name of a file. */
const ownId = /^(deploy|rollback|incident)-\d{10}-[0-9a-z]{10}$/;

/** What waits is sent in the order of names: what speaks of another record has to come after it. */
function rankedName({ type }: Claim): string {
  if (type === 'deployment') return 'deploy';
  return type === 'incident' || type === 'rollback' ? type : 'said';
}
