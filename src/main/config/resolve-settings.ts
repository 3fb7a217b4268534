import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { LedgerError } from '../../domain/errors.ts';
import type { GivenSettings, NotifySettings, ServerSettings, Setting, Settings } from '../../surfaces/cli/settings.ts';
import { type ConfigFile, readConfigFile } from './config-file.ts';
import { notifyPlaces } from './notify-places.ts';
import type { Place } from './place.ts';
import { serverPlaces } from './server-places.ts';

export interface Surroundings {
  readonly environment: NodeJS.ProcessEnv;
  /** The person's own folder. */
  readonly home: string;
  readonly cwd: string;
}

const places = {
  database: { variable: 'DEPLOY_LEDGER_DB', key: 'database' },
  format: { variable: 'DEPLOY_LEDGER_FORMAT', key: 'format' },
  keyDir: { variable: 'DEPLOY_LEDGER_KEY_DIR' },
  apiKey: { variable: 'DEPLOY_LEDGER_API_KEY', key: 'apiKey', secret: true },
} as const satisfies Record<string, Place>;

const keys = new Map(
  [
    ...Object.values<Place>(places),
    ...Object.values<Place>(serverPlaces),
    ...Object.values<Place>(notifyPlaces),
  ].flatMap(({ key, kind = 'text' }) => (key === undefined ? [] : [[key, kind]])),
);

/**
 * Finds every setting: flag before environment before config file before default.
 * @throws LedgerError `invalid` when a config file that a flag names is missing, or one holds no settings.
 */
export async function resolveSettings(given: GivenSettings, surroundings: Surroundings): Promise<Settings> {
  const { home, cwd } = surroundings;
  const own = join(home, '.deploy-ledger');
  const { config, file } = await configFile(given.config, own, surroundings);
  const find = (place: Place, flag?: Setting, usual = place.usual) =>
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
    notify: findNotify(find),
    server: findServer(find, ({ value, layer, ...found }) => ({
      ...found,
      layer,
      value: value && absolute(value, layer === 'file' ? dirname(config.value) : cwd, home),
    })),
    webhooks: async () => (await import('./webhook-settings.ts')).webhookSettings(file?.sources, surroundings),
    spoolDir: join(own, 'spool'),
    warnings: file?.warnings ?? [],
  };
}

/** The settings of the server; `placed` makes a path absolute. */
function findServer(find: (place: Place) => Setting, placed: (setting: Setting) => Setting): ServerSettings {
  const { port, host, hosts, tlsCert, tlsKey, publicLog, publicMetrics, maxSeries, compatMetrics, rateLimit, ci } =
    serverPlaces;
  return {
    port: find(port),
    host: find(host),
    hosts: find(hosts),
    tlsCert: placed(find(tlsCert)),
    tlsKey: placed(find(tlsKey)),
    publicLog: find(publicLog),
    publicMetrics: find(publicMetrics),
    maxSeries: find(maxSeries),
    compatMetrics: find(compatMetrics),
    rateLimit: find(rateLimit),
    ci: find(ci),
  };
}

function findNotify(find: (place: Place) => Setting): NotifySettings {
  const { webhook, webhookSecret, webhookFormat, webhookOpened, webhookAllowPrivate } = notifyPlaces;
  return {
    webhook: find(webhook),
    webhookSecret: find(webhookSecret),
    webhookFormat: find(webhookFormat),
    webhookOpened: find(webhookOpened),
    webhookAllowPrivate: find(webhookAllowPrivate),
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
