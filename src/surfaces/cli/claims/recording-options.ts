import type { Command } from 'commander';

/** The options of recording itself. */
export interface RecordingOptions {
  readonly idempotencyKey?: string;
  readonly newEnvironment?: boolean;
  readonly dryRun?: boolean;
}

export function addRecordingOptions(command: Command): Command {
  return command
    .optionsGroup('Recording:')
    .option('--idempotency-key <key>', 'the same key twice is one record')
    .option('--dry-run', 'say what would be recorded, and record nothing');
}

export function addNewEnvironmentOption(command: Command): Command {
  return command.optionsGroup('Recording:').option('--new-environment', 'the environment may be one nobody registered');
}
