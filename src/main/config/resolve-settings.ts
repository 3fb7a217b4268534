import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LedgerError } from '../../domain/errors.ts';
import type { GivenSettings, Setting, Settings } from '../../surfaces/cli/settings.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';

export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  /** The person's own folder. */
  readonly home: string;
  readonly cwd: string;
}

/** Where a setting may be found besides its flag. */
interface Place {
  readonly variable: string;
  /** Key in the config file. */
  readonly key?: string;
  /** A secret may also be in the file that the variable's name with `_FILE` names, and is never shown. */
  readonly secret?: true;
}

const places = {
  database: { variable: 'DEPLOY_LEDGER_DB', key: 'database' },
  format: { variable: 'DEPLOY_LEDGER_FORMAT', key: 'format' },
  keyDir: { variable: 'DEPLOY_LEDGER_KEY_DIR' },
  apiKey: { variable: 'DEPLOY_LEDGER_API_KEY', key: 'apiKey', secret: true },
} as const satisfies Record<string, Place>;

const keys = Object.values(places).flatMap((place) => ('key' in place ? [place.key] : []));

/**
 * Finds every setting: flag before environment before config file before default.
 * @throws LedgerError `invalid` when a config file that a flag names is missing, or one holds no settings.
 */
export async function resolveSettings(given: GivenSettings, surroundings: Surroundings): Promise<Settings> {
  const { home, cwd } = surroundings;
  const own = join(home, '.deploy-ledger');
  const { config, file } = await configFile(given.config, own, surroundings);
  const find = (place: Place, flag?: Setting, usual?: string) =>
    findSetting(place, { flag, file, usual, surroundings });
  const database = find(places.database, flagSetting('--database', given.database), join(own, 'deployments.db'));
  const keyDir = find(places.keyDir, undefined, join(own, 'keys'));
  const base = database.layer === 'file' ? dirname(config.value) : cwd;
  return {
    config,
    database: { ...database, value: absolute(database.value ?? '', base, home) },
    format: find(places.format, flagSetting('--format', given.format)),
    keyDir: { ...keyDir, value: absolute(keyDir.value ?? '', cwd, home) },
    apiKey: find(places.apiKey),
    spoolDir: join(own, 'spool'),
    warnings: file?.warnings ?? [],
  };
}

interface Layers {
  readonly flag: Setting | undefined;
  readonly file: ConfigFile | undefined;
  readonly usual: string | undefined;
  readonly surroundings: Surroundings;
}

function findSetting({ variable, key = '', secret }: Place, { flag, file, usual, surroundings }: Layers): Setting {
  const { environment, cwd } = surroundings;
  const hidden = secret === undefined ? {} : { secret };
  if (flag !== undefined) return flag;
  if (environment[variable]) return { value: environment[variable], layer: 'environment', place: variable, ...hidden };
  const path = secret === undefined ? undefined : environment[`${variable}_FILE`];
  if (path) return { value: secretIn(resolve(cwd, path)), layer: 'environment', place: `${variable}_FILE`, ...hidden };
  const value = file?.values.get(key);
  if (file !== undefined && value !== undefined) return { value, layer: 'file', place: file.path, ...hidden };
  return { value: usual, layer: 'default', place: '', ...hidden };
}

function flagSetting(flag: string, value: string | undefined): Setting | undefined {
  return value === undefined ? undefined : { value, layer: 'flag', place: flag };
}

async function configFile(flag: string | undefined, own: string, { environment, cwd, home }: Surroundings) {
  const variable = 'DEPLOY_LEDGER_CONFIG';
  if (flag !== undefined) {
    const value = absolute(flag, cwd, home);
    const file = await readConfigFile(value, keys);
    if (file !== undefined) return { config: { value, layer: 'flag', place: '--config' } as const, file };
    throw new LedgerError('invalid', `--config: there is no file ${value}`);
  }
  if (environment[variable]) {
    const value = absolute(environment[variable], cwd, home);
    return {
      config: { value, layer: 'environment', place: variable } as const,
      file: await readConfigFile(value, keys),
    };
  }
  const usual = ['config.yaml', 'config.json'].map((name) => join(own, name));
  for (const value of usual) {
    const file = await readConfigFile(value, keys);
    if (file !== undefined) return { config: { value, layer: 'default', place: '' } as const, file };
  }
  return { config: { value: usual[0] ?? '', layer: 'default', place: '' } as const, file: undefined };
}

/** A path as the system wants it; a URL stays as it is. */
function absolute(place: string, base: string, home: string): string {
  if (place === ':memory:' || /^[a-z][a-z0-9+.-]*:\/\//i.test(place)) return place;
  return resolve(base, place.replace(/^~(?=\/|$)/, home));
}

function secretIn(path: string): string {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (cause) {
    throw new LedgerError('invalid', `cannot read the secret in ${path}`, { cause });
  }
}
