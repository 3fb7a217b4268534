import type { Ledger } from '../../app/ledger.ts';
import type { RecordedView } from '../../app/views.ts';
import { type ClaimType, parseClaim } from '../../domain/claims/claim.ts';
import { inOptionNames, type OptionNames } from './claims/option-names.ts';
import type { RecordingOptions } from './claims/recording-options.ts';
import type { Said } from './claims/said.ts';
import type { Call } from './command-module.ts';
import { isServer } from './settings.ts';
import { withLedger } from './with-ledger.ts';

export interface Telling {
  /** Which options fill the fields of the claim. */
  readonly fields: OptionNames;
  /** What is printed when it is recorded. */
  readonly sentence: (recorded: RecordedView) => string;
  /** The whole record, for when a format was asked for. */
  readonly view: (ledger: Ledger, recorded: RecordedView) => Promise<object>;
}

/**
 * Records one claim and says so: the way of every command that records. Bad input is refused before a ledger is opened, so
 * that a mistake creates none. What a server cannot take now is kept for later.
 */
export async function recordClaim<Type extends ClaimType>(
  call: Call,
  claim: Said<Type>,
  { fields, sentence, view }: Telling,
): Promise<void> {
  const { output, settings, options } = call;
  const { dryRun = false }: RecordingOptions = options;
  const told = await inOptionNames(fields, async () => {
    const parsed = parseClaim(claim);
    if (!isServer(settings.database.value)) return record(call, claim, view);
    const { recordOrSpool } = await import('./spool/record-or-spool.ts');
    return recordOrSpool(call, parsed, (settled) => record(call, settled, view));
  });
  if (told === undefined) return;
  const { recorded, shown } = told;
  for (const warning of recorded.warnings) await output.warn(warning);
  if (output.quiet) return;
  if (output.askedForFormat) await output.record(shown, { name: recorded.id });
  else
    await output.say(
      dryRun ? 'Nothing was recorded: this was a dry run, and it would be accepted' : sentence(recorded),
    );
}

/** Records a claim, and looks at it as it is then when somebody wants to see it. */
async function record(call: Call, claim: object, view: Telling['view']) {
  const { newEnvironment = false, dryRun = false }: RecordingOptions = call.options;
  return withLedger(call, dryRun ? 'try' : 'record', async (ledger) => {
    const recorded = await ledger.record(claim, {
      source: 'cli',
      newEnvironments: newEnvironment,
      dryRun,
      sign: true,
    });
    const shown = dryRun || !call.output.askedForFormat ? recorded : await view(ledger, recorded);
    return { recorded, shown };
  });
}
