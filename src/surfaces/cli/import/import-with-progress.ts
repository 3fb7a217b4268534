import type { ImportReport } from '../../../app/views.ts';
import type { Call } from '../command-module.ts';
import type { Access, ImportSource, Readings } from '../host.ts';
import { ProgressLine } from '../output/progress-line.ts';
import { withLedger } from '../with-ledger.ts';
import { Interruption } from './interruption.ts';

export interface ImportHow {
  /** Through what it came in. */
  readonly source: string;
  readonly strict?: boolean;
  readonly dryRun?: boolean;
}

/**
 * Imports, and shows on the terminal how far it is. Ctrl-C stops it between two batches: what is recorded stays.
 * @throws Interrupted after Ctrl-C, and what Ledger.importFrom throws.
 */
export async function importWithProgress(call: Call, source: ImportSource, how: ImportHow): Promise<ImportReport> {
  const line = new ProgressLine(call);
  const interruption = new Interruption();
  let claims = 0;
  const readings = watched(source.readings, () => {
    claims += 1;
    interruption.check(0);
    line.show('reading', source.share(), `${claims} records`);
  });
  const progress = ({ read, recorded }: { read: number; recorded: number }) => {
    interruption.check(recorded);
    line.show('recording', read / claims, `${recorded} recorded`);
  };
  const access: Access = how.dryRun ? 'read' : 'record';
  try {
    return await withLedger(call, access, (ledger) => ledger.importFrom(readings, { ...how, progress }));
  } finally {
    interruption.over();
    line.clear();
  }
}

async function* watched(readings: Readings, each: () => void): Readings {
  for await (const reading of readings) {
    each();
    yield reading;
  }
}
