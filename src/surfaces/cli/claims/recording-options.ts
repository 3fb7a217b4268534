import type { Command } from 'commander';

/** The options of recording itself. */
export interface RecordingOptions {
  readonly idempotencyKey?: string;
  readonly newEnvironment?: boolean;
  readonly dryRun?: boolean;
  readonly strict?: boolean;
}

export function addRecordingOptions(command: Command): Command {
  return command
    .optionsGroup('Recording:')
    .option('--idempotency-key <key>', 'the same key twice is one record')
    .option('--dry-run', 'say what would be recorded, and record nothing')
    .option('--strict', 'fail when a server cannot be reached, instead of keeping the record for later');
}

export function addNewEnvironmentOption(command: Command): Command {
  return command.optionsGroup('Recording:').option('--new-environment', 'the environment may be one nobody registered');
}
