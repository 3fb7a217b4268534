import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createContext } from './context.ts';
import { describeMachine } from './report/describe-machine.ts';
import { formatTable } from './report/format-table.ts';
import { progressOn } from './report/progress.ts';
import { chooseRows } from './rows/choose-rows.ts';
import { runRows } from './run-rows.ts';
import { fullSizes, quickSizes } from './sizes.ts';

const { values: options } = parseArgs({
  options: {
    /** A row; may be repeated. */
    only: { type: 'string', multiple: true },
    /** Sizes that show no more than that the bench runs. */
    quick: { type: 'boolean', default: false },
    /** The built program. */
    program: { type: 'string', default: '' },
    /** Where the bench's own packages are installed. */
    packages: { type: 'string', default: '' },
  },
});
const rows = chooseRows(options.only);
const directory = mkdtempSync(join(tmpdir(), 'deploy-ledger-bench-'));
process.on('exit', () => rmSync(directory, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(1));

console.log(describeMachine(directory));
if (options.quick) console.log('quick    far too small for the figures to mean anything');
const progress = progressOn(process.stderr);
const sizes = options.quick ? quickSizes : fullSizes;
const { lines, failures } = await runRows(
  rows,
  createContext({ sizes, program: options.program, packages: options.packages, directory, progress }),
  progress,
);
console.log(`\n${await formatTable(lines)}`);
for (const { row, error } of failures) console.error(`${row.name} failed:`, error);
process.exitCode = failures.length === 0 ? 0 : 1;
