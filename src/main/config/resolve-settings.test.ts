import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { resolveSettings } from './resolve-settings.ts';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'settings-'));
  mkdirSync(join(home, '.deploy-ledger'));
});
afterEach(() => rmSync(home, { recursive: true }));

const own = (name: string) => join(home, '.deploy-ledger', name);

async function settings(given: { database?: string; config?: string; format?: string } = {}, environment = {}) {
  return resolveSettings(given, { environment, home, cwd: '/repo' });
}

test('has defaults in the folder of the person', async () => {
  expect(await settings()).toEqual({
    config: { value: own('config.yaml'), layer: 'default', place: '' },
    database: { value: own('deployments.db'), layer: 'default', place: '' },
    format: { value: undefined, layer: 'default', place: '' },
    keyDir: { value: own('keys'), layer: 'default', place: '' },
    apiKey: { value: undefined, layer: 'default', place: '', secret: true },
    server: {
      port: { value: '8080', layer: 'default', place: '' },
      host: { value: '127.0.0.1', layer: 'default', place: '' },
      hosts: { value: undefined, layer: 'default', place: '' },
      tlsCert: { value: undefined, layer: 'default', place: '' },
      tlsKey: { value: undefined, layer: 'default', place: '' },
      publicLog: { value: 'false', layer: 'default', place: '' },
      publicMetrics: { value: 'false', layer: 'default', place: '' },
      maxSeries: { value: '2000', layer: 'default', place: '' },
      compatMetrics: { value: 'false', layer: 'default', place: '' },
      rateLimit: { value: '100', layer: 'default', place: '' },
      ci: { value: undefined, layer: 'default', place: '' },
    },
    webhooks: expect.any(Function),
    notify: {
      webhook: { value: undefined, layer: 'default', place: '', secret: true },
      webhookSecret: { value: undefined, layer: 'default', place: '', secret: true },
      webhookFormat: { value: 'cloudevents', layer: 'default', place: '' },
      webhookOpened: { value: 'false', layer: 'default', place: '' },
      webhookAllowPrivate: { value: 'false', layer: 'default', place: '' },
    },
    spoolDir: own('spool'),
    warnings: [],
  });
});

test('lets the flag count before the environment, that before the file, and each say so', async () => {
  writeFileSync(own('config.yaml'), 'database: file.db\nformat: csv\n');
  const environment = { DEPLOY_LEDGER_DB: 'environment.db' };
  const flag = await settings({ database: 'flag.db' }, environment);
  expect(flag.database).toEqual({ value: '/repo/flag.db', layer: 'flag', place: '--database' });
  const variable = await settings({}, environment);
  expect(variable.database).toEqual({ value: '/repo/environment.db', layer: 'environment', place: 'DEPLOY_LEDGER_DB' });
  const file = await settings();
  expect(file.database).toEqual({ value: own('file.db'), layer: 'file', place: own('config.yaml') });
  expect(file.format).toEqual({ value: 'csv', layer: 'file', place: own('config.yaml') });
});

test('takes an empty variable for one that is not set', async () => {
  expect((await settings({}, { DEPLOY_LEDGER_DB: '' })).database.layer).toBe('default');
});

test('reads config.json where there is no config.yaml', async () => {
  writeFileSync(own('config.json'), '{"format": "jsonl"}');
  expect((await settings()).format).toEqual({ value: 'jsonl', layer: 'file', place: own('config.json') });
});

test('finds the home in ~ and leaves URLs as they are', async () => {
  expect((await settings({}, { DEPLOY_LEDGER_DB: '~/team.db' })).database.value).toBe(join(home, 'team.db'));
  expect((await settings({ database: 'postgres://db/x' })).database.value).toBe('postgres://db/x');
});

test('misses a config file only when a flag names it', async () => {
  await expect(settings({ config: 'none.yaml' })).rejects.toMatchObject({
    code: 'invalid',
    message: '--config: there is no file /repo/none.yaml',
  });
  const named = await settings({}, { DEPLOY_LEDGER_CONFIG: 'none.yaml' });
  expect(named.config).toEqual({ value: '/repo/none.yaml', layer: 'environment', place: 'DEPLOY_LEDGER_CONFIG' });
});

test('reads a secret from the file that the variable with _FILE names, and marks it', async () => {
  writeFileSync(own('key'), 's3cret\n');
  const { apiKey } = await settings({}, { DEPLOY_LEDGER_API_KEY_FILE: own('key') });
  expect(apiKey).toEqual({ value: 's3cret', layer: 'environment', place: 'DEPLOY_LEDGER_API_KEY_FILE', secret: true });
  await expect(settings({}, { DEPLOY_LEDGER_API_KEY_FILE: own('none') })).rejects.toThrow('cannot read the secret');
});

test('warns of keys that nothing reads, and says which was probably meant', async () => {
  writeFileSync(own('config.yaml'), 'databse: x\nnotify:\n  webhok: y\n');
  expect((await settings()).warnings).toEqual([
    `${own('config.yaml')}: nothing reads "databse"; did you mean "database"?`,
    `${own('config.yaml')}: nothing reads "notify.webhok"; did you mean "notify.webhook"?`,
  ]);
});

test('reads numbers, switches, lists and paths of the server as they stand in the file', async () => {
  const lines = ['server:', '  port: 8443', '  hosts: [a.example, b.example]', '  tls: {cert: tls/cert.pem}'];
  writeFileSync(own('config.yaml'), [...lines, 'log: {public: true}'].join('\n'));
  const { server } = await settings({}, { DEPLOY_LEDGER_TLS_KEY: 'key.pem' });
  const { port, hosts, tlsCert, tlsKey, publicLog } = server;
  const values = [port, hosts, tlsCert, tlsKey, publicLog].map(({ value }) => value);
  expect(values).toEqual(['8443', 'a.example,b.example', own('tls/cert.pem'), '/repo/key.pem', 'true']);
});

test.each([
  ['just text', 'holds no settings'],
  ['- a\n- list', 'holds no settings'],
  ['database: [1]', 'database is [1], not a text'],
  ['format: 5', 'format is 5, not a text'],
  ['server: {port: "80"}', 'server.port is "80", not a number'],
  ['log: {public: 1}', 'log.public is 1, not a switch'],
  ['database: "open', 'cannot read the settings'],
])('refuses the settings %j', async (text, message) => {
  writeFileSync(own('config.yaml'), text);
  await expect(settings()).rejects.toMatchObject({ code: 'invalid', message: expect.stringContaining(message) });
});

test('takes an empty file for no settings', async () => {
  writeFileSync(own('config.yaml'), '# nothing yet\n');
  expect((await settings()).database.layer).toBe('default');
});
