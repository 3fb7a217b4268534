import type { CopyReport } from '../../../app/backup/verify-copy.ts';
import type { Call } from '../command-module.ts';
import { ProgressLine } from '../output/progress-line.ts';
import type { CopyProgress } from './copying.ts';

/** Copies a ledger to a place, and shows what the copy holds. */
export async function copyWithProgress(
  call: Call,
  file: string,
  copy: (progress: CopyProgress) => Promise<CopyReport>,
): Promise<CopyReport> {
  const line = new ProgressLine(call);
  const verifying: CopyProgress = (checked, size) => line.show('verifying', checked / size, `${checked} facts`);
  const report = await copy(verifying).finally(() => line.clear());
  const { checkpoint, ...forPeople } = report;
  const { output } = call;
  if (!output.quiet) await output.record({ file, ...(output.isForPeople ? forPeople : report) }, { name: file });
  return report;
}
