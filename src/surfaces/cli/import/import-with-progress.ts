import type { ImportReport } from '../../../app/views.ts';
import type { Call } from '../command-module.ts';
import type { ImportSource, Readings } from '../host.ts';
import { ProgressLine } from '../output/progress-line.ts';
import { withLedger } from '../with-ledger.ts';

export interface ImportHow {
  /** Through what it came in. */
  readonly source: string;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
}

/**
 * Imports, and shows on the terminal how far it is. Ctrl-C needs no care: it ends the process between two commits or within one,
 * which then never was.
 */
export async function importWithProgress(call: Call, source: ImportSource, how: ImportHow): Promise<ImportReport> {
  const line = new ProgressLine(call);
  let claims = 0;
  const read = () => {
    claims += 1;
    line.show('reading', source.share(), `${claims} records`);
  };
  const progress = ({ read, recorded }: { readonly read: number; readonly recorded: number }) =>
    line.show('recording', read / claims, `${recorded} recorded`);
  try {
    const report = await withLedger(call, how.dryRun ? 'try' : 'record', (ledger) =>
      ledger.importFrom(
        watched(
          source.readings((id) => ledger.holds(id)),
          read,
        ),
        { ...how, progress },
      ),
    );
    const known = source.known();
    return { ...report, read: report.read + known, duplicates: report.duplicates + known };
  } finally {
    line.clear();
  }
}

async function* watched(readings: Readings, each: () => void): Readings {
  for await (const reading of readings) {
    each();
    yield reading;
  }
}
