import type { ChangeReportQuery } from '../../../app/reports/changes/report-scope.ts';
import { LedgerError } from '../../../domain/errors.ts';
import type { Call } from '../command-module.ts';
import { writeFileWhole } from '../export/write-file.ts';
import { decimal } from '../options/numbers.ts';
import { clockOf } from '../options/times.ts';
import { spanOf } from '../options/window.ts';
import { withLedger } from '../with-ledger.ts';
import type { ReportOptions } from './report-options.ts';

/** Carries out `report changes`. */
export async function writeChangeReport(
  call: Call,
  id: string | undefined,
  options: ReportOptions,
): Promise<undefined> {
  const { output } = options;
  if (id !== undefined) {
    throw new LedgerError('invalid', `a change report is of a period, not of ${JSON.stringify(id)}`, {
      hint: `for one deployment or incident write: deploy-ledger report post-mortem ${id}`,
    });
  }
  if (output === undefined || options.format !== undefined) {
    throw new LedgerError(
      'invalid',
      'a change report is a ZIP of many files: it needs --output, and takes no --format',
      {
        hint: 'add --output FILE.zip',
      },
    );
  }
  const query = queryOf(options, call);
  await withLedger(call, 'sign', async (ledger) => {
    const report = await ledger.changeReport(query);
    await writeFileWhole(output, report.archive);
    const { population, sampled, scope } = report;
    const found = population === 0 ? 'No changes' : `${population} ${population === 1 ? 'change' : 'changes'}`;
    await call.output.say(
      `${found} from ${scope.from} to ${scope.to}, ${sampled} of them drawn, reported to ${output}`,
    );
    await call.output.note(`Anybody can verify it: deploy-ledger verify ${output} --key ${ledger.verifierKey}`);
  });
}

function queryOf(
  { from, to = 'now', service, environment, sample, seed }: ReportOptions,
  call: Call,
): ChangeReportQuery {
  const { fromMs, toMs } = spanOf({ from, to }, clockOf(call), { from: '--from', to: '--to' });
  if (fromMs === undefined || toMs === undefined) {
    throw new LedgerError('invalid', 'a change report needs a period', {
      hint: 'add --from 2026-01-01 --to 2026-02-01',
    });
  }
  return { fromMs, toMs, service, environment, sample: decimal('--sample', sample), seed };
}
