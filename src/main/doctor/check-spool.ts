import type { Check } from '../../surfaces/cli/check.ts';
import type { Settings } from '../../surfaces/cli/settings.ts';
import { refused, spooled, spoolFolder } from '../../surfaces/cli/spool/spool-folder.ts';

/** Looks for what waits to be recorded. */
export async function checkSpool({ spoolDir, database }: Settings): Promise<Check> {
  const name = 'spool';
  const folder = spoolFolder(spoolDir, database.value);
  const waiting = (await spooled(folder)).flatMap(({ lines }) => lines);
  const [aside] = await refused(folder);
  if (aside !== undefined) {
    const hint = 'mend it and record it with: deploy-ledger import jsonl, or remove it';
    return { name, state: 'warn', message: `${aside} was refused`, hint };
  }
  if (waiting.length === 0) return { name, state: 'ok', message: 'nothing waits to be recorded' };
  const hint = 'the next command that records sends it, such as: deploy-ledger checkpoint';
  return { name, state: 'warn', message: `${waiting.length} records wait in ${folder}`, hint };
}
