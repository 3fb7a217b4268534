import { existsSync } from 'node:fs';
import type { Check } from '../../surfaces/cli/check.ts';
import type { Settings } from '../../surfaces/cli/settings.ts';

export function checkConfig({ config, warnings }: Settings): Check {
  const origin = config.place === '' ? '' : `, by ${config.place}`;
  const [warning] = warnings;
  if (warning !== undefined) return { name: 'config', state: 'warn', message: warning, hint: 'mend or remove the key' };
  const there = existsSync(config.value);
  return {
    name: 'config',
    state: 'ok',
    message: there ? `${config.value}${origin}` : `no file ${config.value}${origin}`,
  };
}
