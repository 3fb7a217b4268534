import { Argument, Option } from 'commander';
import { LedgerError } from '../../../domain/errors.ts';
import { deadLetterColumns } from '../columns/dead-letter-columns.ts';
import { deliveryColumns, outcomeOf } from '../columns/delivery-columns.ts';
import { timeStyle } from '../columns/time-style.ts';
import type { Call, CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { addPageOptions, type PageOptions, pageOf } from '../options/pages.ts';
import { wordOf } from '../options/words.ts';
import { showList } from '../output/show-list.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface WebhookOptions extends PageOptions {
  readonly source?: string;
  readonly state?: string;
  readonly server?: string;
}

const actions = { list, test, replay, dead, resend } as const;
const actionNames = ['list', 'test', 'replay', 'dead', 'resend'] as const;
const states = ['pending', 'recorded', 'ignored', 'failed'];

export const command: CommandModule = {
  examples: [
    'webhook list --state failed',
    'webhook list --source github --limit 50 --format wide',
    'webhook test github',
    'webhook test circleci --server https://ledger.example',
    'webhook replay delivery-1705339200-4f9k2mq7xr',
    'webhook dead',
    'webhook resend dead-1',
  ],
  description:
    'See what sources sent to a server and what became of it, send a server the example of a source, signed with its secret, or process ' +
    'a delivery again after the rules were changed. See what receivers of webhooks did not take (dead), and send it again (resend). What an example says is recorded like everything else: try it on a ledger of its own.',
  define(command) {
    command
      .addArgument(listed(new Argument('<action>', 'what to do'), actionNames))
      .argument('[name]', 'test: the source; replay: the id of the delivery; resend: that of the dead letter')
      .optionsGroup('Which to list:')
      .option('--source <name>', 'from this source')
      .addOption(listed(new Option('--state <state>', 'of which this became'), states))
      .optionsGroup('Where to send an example:')
      .option('--server <url>', 'a running server (default: that of the settings, on this machine)');
    addPageOptions(addTimeZoneOption(command));
  },
  async run(call) {
    await actions[wordOf('webhook', call.operands[0] ?? '', actionNames)](call);
  },
};

async function list(call: Call): Promise<void> {
  const { source, state, ...page }: WebhookOptions = call.options;
  const query = { source, state, ...pageOf(page) };
  const found = await withLedger(call, 'read', async (ledger) => (await ledger.webhooks()).list(query));
  await showList(call.output, found, { columns: deliveryColumns(timeStyle(call)), empty: 'No deliveries.' });
}

async function test(call: Call): Promise<void> {
  const { server = serverOf(call) }: WebhookOptions = call.options;
  const source = required(call, 'test', 'the source', 'such as github');
  const [{ exampleRequest }, { sendExample }] = await Promise.all([
    import('../../../app/deliveries/example-request.ts'),
    import('../webhook/send-example.ts'),
  ]);
  const { host, settings, output } = call;
  const request = exampleRequest(source, await settings.webhooks(), { clock: host.nowMs, random: host.random });
  const receipt = await sendExample(call, source, server, request);
  if (output.askedForFormat) await output.record(receipt, { name: receipt.id });
  else await output.say(`Delivered: ${receipt.id}`);
  await output.note(`See what became of it with: ${host.program} webhook list --source ${source}`);
}

async function replay(call: Call): Promise<void> {
  const { output, host } = call;
  const id = required(call, 'replay', 'the id of the delivery', `ids are listed by: ${host.program} webhook list`);
  const replayed = await withLedger(call, 'sign', async (ledger) => {
    const view = await (await ledger.webhooks()).replay(id);
    await ledger.checkpoint();
    return view;
  });
  if (output.askedForFormat) await output.record(replayed, { name: id });
  else await output.say(`Delivery ${replayed.state}: ${outcomeOf(replayed) ?? 'it says nothing'}`);
}

async function dead(call: Call): Promise<void> {
  const letters = await withLedger(call, 'read', async (ledger) => (await ledger.outbox()).deadLetters());
  await call.output.rows(letters, { columns: deadLetterColumns(timeStyle(call)), empty: 'No dead letters.' });
}

async function resend(call: Call): Promise<void> {
  const id = required(
    call,
    'resend',
    'the id of the dead letter',
    `ids are listed by: ${call.host.program} webhook dead`,
  );
  await withLedger(call, 'record', async (ledger) => (await ledger.outbox()).sendAgain(id));
  await call.output.say('The server sends it once more within a second, or when it is started.');
}

/** The server that the settings describe, as this machine reaches it. */
function serverOf({ settings: { server } }: Call): string {
  const { value: host = '' } = server.host;
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${server.tlsCert.value === undefined ? 'http' : 'https'}://${name}:${server.port.value}`;
}

function required({ operands }: Call, action: string, what: string, hint: string): string {
  const [, name] = operands;
  if (name !== undefined) return name;
  throw new LedgerError('invalid', `webhook ${action}: ${what} is missing`, { hint });
}
