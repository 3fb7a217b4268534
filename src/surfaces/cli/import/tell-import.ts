import type { ImportReport } from '../../../app/views.ts';
import { LedgerError } from '../../../domain/errors.ts';
import type { Output } from '../output/output.ts';

/** More would scroll away what matters. */
const mostShown = 20;

/**
 * Says what became of an import.
 * @throws LedgerError `invalid` when every single record was refused.
 */
export async function tellImport(output: Output, report: ImportReport, dryRun: boolean): Promise<void> {
  if (output.askedForFormat) await output.record(report, { name: String(report.recorded) });
  else await output.say(sentence(report, dryRun));
  for (const warning of report.warnings) await output.warn(warning);
  const { read, rejected } = report;
  for (const { line, why } of rejected.slice(0, mostShown)) await output.warn(`line ${line}: ${why}`);
  if (rejected.length > mostShown) {
    await output.warn(`and ${rejected.length - mostShown} more; see all of them with: --format json`);
  }
  if (rejected.length > 0 && rejected.length === read) {
    throw new LedgerError('invalid', `all ${read} records were refused`, {
      hint: 'mend the file, or say what its columns mean; try it out with: --dry-run',
    });
  }
}

function sentence({ recorded, duplicates, rejected }: ImportReport, dryRun: boolean): string {
  const did = dryRun ? 'Would record' : 'Recorded';
  const known = duplicates > 0 ? `, ${duplicates} known already` : '';
  const refused = rejected.length > 0 ? `, ${rejected.length} refused` : '';
  return `${did} ${recorded} new${known}${refused}`;
}
