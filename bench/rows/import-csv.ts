import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { BenchRow } from '../bench-row.ts';
import { csvHistory } from '../fleet/csv-history.ts';
import { makeLedger } from '../ledgers/grow-ledger.ts';
import { measureProgram } from '../programs/measure-program.ts';
import { onLedger } from '../programs/on-ledger.ts';
import { count, duration, megabytes } from '../report/figures.ts';

const goalMs = 10_000;
const goalBytes = 300e6;

/** `import csv` as a process of its own, into a new ledger. */
export const importCsv: BenchRow = {
  name: 'import-csv',
  goal: `≤ ${duration(goalMs)}, ≤ ${megabytes(goalBytes)}`,
  async run({ program, sizes, directory }) {
    const ledger = await makeLedger(directory('import-csv'));
    const file = join(ledger.directory, 'history.csv');
    await pipeline(Readable.from(csvHistory(sizes.csvRows)), createWriteStream(file));
    const run = measureProgram([program, 'import', 'csv', file, '--format', 'json'], onLedger(ledger));
    const { recorded } = JSON.parse(run.stdout) as { recorded: number };
    if (recorded !== sizes.csvRows) throw new Error(`${recorded} of ${sizes.csvRows} rows were imported`);
    return [
      {
        what: `${count(sizes.csvRows)} rows, start included`,
        measured: `${duration(run.wallMs)}, ${megabytes(run.peakBytes)}`,
        met: run.wallMs <= goalMs && run.peakBytes <= goalBytes,
      },
    ];
  },
};
