import { Argument } from 'commander';
import type { Column } from '../../../renderers/column.ts';
import type { CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { wordOf } from '../options/words.ts';
import type { Setting, Settings } from '../settings.ts';

interface SettingRow {
  readonly setting: string;
  readonly value: string | null;
  readonly origin: string;
}

const actions = ['show'] as const;
const columns: readonly Column<SettingRow>[] = [
  { name: 'setting', value: ({ setting }) => setting },
  { name: 'value', value: ({ value }) => value },
  { name: 'origin', value: ({ origin }) => origin },
];

export const command: CommandModule = {
  examples: ['config show', 'config show --format json'],
  description:
    'Show every setting and where its value comes from: a flag, the environment, the config file or a default.',
  define(command) {
    command.addArgument(listed(new Argument('<action>', 'what to do'), actions));
  },
  async run({ operands: [action = ''], settings, output }) {
    wordOf('config', action, actions);
    await output.rows(rowsOf(settings), { columns, empty: '' });
  },
};

function rowsOf({ database, format, keyDir, apiKey, config, server, notify }: Settings): SettingRow[] {
  return Object.entries<Setting>({ config, database, format, keyDir, apiKey, ...server, ...notify }).map(
    ([setting, found]) => ({
      setting,
      value: shown(found),
      origin: found.place === '' ? found.layer : `${found.layer} ${found.place}`,
    }),
  );
}

function shown({ value, secret }: Setting): string | null {
  if (value === undefined) return null;
  return secret ? '(secret)' : value;
}
