import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option } from 'commander';
import type { VerifyReport } from '../../../app/views.ts';
import { LedgerError } from '../../../domain/errors.ts';
import type { Call, CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { gather } from '../options/lists.ts';
import { optionalWord } from '../options/words.ts';
import { ProgressLine } from '../output/progress-line.ts';
import { verifierKeyOf } from '../verifier-key.ts';
import { withLedger } from '../with-ledger.ts';

interface VerifyCommandOptions {
  readonly against?: readonly string[];
  readonly only?: string;
  readonly key?: string;
}

const onlyWords = ['log'] as const;

export const command: CommandModule = {
  examples: [
    'verify',
    'verify --against checkpoint-2026-01.txt',
    'verify ./exported-log --key deploy-ledger.local/1a2b3c4d+5e6f7a8b+AZ0…',
    'verify changes-2026-01.zip --key deploy-ledger.local/1a2b3c4d+5e6f7a8b+AZ0…',
  ],
  description:
    'Hash every fact, rebuild the Merkle tree, compare it with every checkpoint, open every sealed value and fold the ' +
    'read models again. A directory made by `export --format tlog` and a ZIP made by `report changes` are verified offline, with the verifier key alone.',
  define(command) {
    command
      .argument('[path]', 'an exported log, or a change report (default: the ledger itself)')
      .optionsGroup('What to check:')
      .option('--against <file>', 'an earlier checkpoint that the log must contain; may be repeated', gather)
      .addOption(listed(new Option('--only <part>', 'leave out sealed values and read models'), onlyWords))
      .option('--key <verifier key>', 'key of the exported log or report (default: of the ledger)');
  },
  async run(call) {
    const { against = [], only, key }: VerifyCommandOptions = call.options;
    const part = optionalWord('--only', only, onlyWords);
    const notes = await Promise.all(against.map((path) => call.host.readText(path)));
    const [directory] = call.operands;
    const report =
      directory === undefined ? await verifyOwn(call, notes, part) : await verifyExported(call, directory, key, notes);
    await show(call, report);
    if (report.ok) return;
    const wrong = report.failures.map(({ where, why }) => `${where}: ${why}`);
    throw new LedgerError(
      'unverified',
      `it does not verify: ${wrong[0]}${wrong.length > 1 ? ` (and ${wrong.length - 1} more)` : ''}`,
      {
        hint: 'keep a copy of it as it is; then compare with a backup and with checkpoints kept elsewhere',
      },
    );
  },
};

async function verifyOwn(call: Call, against: readonly string[], only: 'log' | undefined): Promise<VerifyReport> {
  const line = new ProgressLine(call);
  const progress = (checked: number, size: number) => line.show('verifying', checked / size, `${checked} facts`);
  try {
    return await withLedger(call, 'read', (ledger) => ledger.verify({ only, against, progress }));
  } finally {
    line.clear();
  }
}

async function verifyExported(call: Call, directory: string, key: string | undefined, against: readonly string[]) {
  if (/\.zip$/i.test(directory)) return call.host.verifyReport(directory, await verifierKeyOf(call, key), against);
  const { verifyDirectory } = await import('../../../app/log/verify-directory.ts');
  return verifyDirectory(readFrom(directory), await verifierKeyOf(call, key), against);
}

function readFrom(directory: string): (path: string) => Promise<Uint8Array | undefined> {
  return async (path) => {
    try {
      return await readFile(join(directory, path));
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
      throw new LedgerError('storage', `cannot read ${join(directory, path)}`, { cause });
    }
  };
}

async function show({ output }: Call, report: VerifyReport): Promise<void> {
  const { checkpoint, ...forPeople } = report;
  await output.record(output.isForPeople ? forPeople : report, { name: report.root });
}
