import { afterEach, beforeEach, expect, it } from 'vitest';
import { scratchFolder } from '../../../test/contract/scratch-folder.ts';
import { WebhookReceiver } from '../../../test/support/webhook-receiver.ts';
import type { Ledger } from '../../app/ledger.ts';
import type { NotifySettings, Setting } from '../../surfaces/cli/settings.ts';
import type { LogEntry } from '../../surfaces/http/http-host.ts';
import { openLedger } from '../open-ledger.ts';
import { type Notifying, startNotifying } from './notifying.ts';

const set = (value: string | undefined): Setting => ({ value, layer: 'file', place: '' });
let receiver: WebhookReceiver;
let ledger: Ledger;
let notifying: Notifying;
let log: LogEntry[];
let settings: NotifySettings;
beforeEach(async () => {
  receiver = new WebhookReceiver();
  ledger = await openLedger({ database: ':memory:', keyDir: scratchFolder(), create: true });
  log = [];
  settings = {
    webhook: set(await receiver.listen()),
    webhookSecret: set(undefined),
    webhookFormat: set('cloudevents'),
    webhookOpened: set('false'),
    webhookAllowPrivate: set('true'),
  };
});
afterEach(async () => {
  await notifying.stop();
  receiver.close();
  await ledger.close();
});

async function start(more: Partial<NotifySettings> = {}): Promise<void> {
  notifying = await startNotifying(
    ledger,
    { ...settings, ...more },
    { log: (entry) => log.push(entry), nowMs: Date.now },
  );
}

const record = (version: string) =>
  ledger.record(
    { type: 'deployment', service: 'api', environment: 'production', version, initiator: 'alice' },
    { source: 'test' },
  );
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 5));
};

it('reaches no private address unless that is allowed, and tells why', async () => {
  await start({ webhookAllowPrivate: set('false') });
  await record('1');
  await until(() => log.length > 0);
  expect(log[0]).toMatchObject({ level: 'warn', error: expect.stringContaining('private') });
  expect(receiver.received).toEqual([]);
});

it('tells what is sealed only where that is set', async () => {
  await start({ webhookOpened: set('true') });
  await record('1');
  const [{ body } = { body: '' }] = await receiver.atLeast(1);
  expect(JSON.parse(body).data.opened).toEqual({ '/data/initiator': 'alice' });
});

it('goes on where it was under other settings, and keeps those before when they are none', async () => {
  await start();
  await record('1');
  await receiver.atLeast(1);
  await expect(notifying.configure({ ...settings, webhookFormat: set('xml') })).rejects.toThrow('notify.format');
  await record('2');
  await receiver.atLeast(2);
  await notifying.configure({ ...settings, webhookFormat: set('cdevents') });
  await record('3');
  await receiver.atLeast(3);
  expect(receiver.received.map(({ body }) => JSON.parse(body).type)).toEqual([
    'deploy-ledger.deployment.recorded.v1',
    'deploy-ledger.deployment.recorded.v1',
    'dev.cdevents.service.upgraded.0.2.0',
  ]);
});
