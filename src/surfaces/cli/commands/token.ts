import { Argument, Option } from 'commander';
import { parseTokenRequest } from '../../../app/door/token-request.ts';
import { LedgerError } from '../../../domain/errors.ts';
import { roles } from '../../../domain/roles.ts';
import { shellWord } from '../../../domain/shell-word.ts';
import { inOptionNames } from '../claims/option-names.ts';
import { timeStyle } from '../columns/time-style.ts';
import { tokenColumns } from '../columns/token-columns.ts';
import type { Call, CommandModule } from '../command-module.ts';
import { listed } from '../options/listed.ts';
import { gatherList } from '../options/lists.ts';
import { addPageOptions, type PageOptions, pageOf } from '../options/pages.ts';
import { wordOf } from '../options/words.ts';
import { showList } from '../output/show-list.ts';
import { addTimeZoneOption } from '../shared-options.ts';
import { withLedger } from '../with-ledger.ts';

interface TokenOptions extends PageOptions {
  readonly name?: string;
  readonly role?: string;
  readonly expires?: string;
  readonly environment?: readonly string[];
  readonly service?: readonly string[];
  readonly all?: boolean;
}

const actions = { create, list, revoke } as const;
const actionNames = ['create', 'list', 'revoke'] as const;
const options = { name: '--name', role: '--role', expires: '--expires', environments: '--environment' };

export const command: CommandModule = {
  examples: [
    'token create --name ci --role deployer --expires 90d --environment staging,production',
    'token create --name grafana --role viewer --service api --format name',
    'token list --all',
    'token revoke token-1705339200-4f9k2mq7xr',
  ],
  description:
    'Give out, list and revoke access to a server. A viewer reads, a deployer also records, an auditor reads everything and ' +
    'verifies, an admin may do anything. The secret of a token is shown once; a running server knows of changes within a second.',
  define(command) {
    command
      .addArgument(listed(new Argument('<action>', 'what to do'), actionNames))
      .argument('[token]', 'revoke: its id')
      .optionsGroup('A new token:')
      .option('--name <name>', 'what or who it is for (required)')
      .addOption(listed(new Option('--role <role>', 'what it may do (required)'), roles))
      .option('--expires <span|time>', 'when it ends, such as 90d (default: when it is revoked)')
      .option('-e, --environment <names>', 'limit it to these environments', gatherList)
      .option('-s, --service <names>', 'limit it to these services', gatherList)
      .optionsGroup('Which to list:')
      .option('--all', 'also those that expired or were revoked');
    addPageOptions(addTimeZoneOption(command));
  },
  async run(call) {
    await actions[wordOf('token', call.operands[0] ?? '', actionNames)](call);
  },
};

async function create(call: Call): Promise<void> {
  const { host, output } = call;
  if (call.operands[1] !== undefined) throw unexpected(call.operands[1], '--name says what a new token is for');
  const { name, role, expires, environment: environments, service: services }: TokenOptions = call.options;
  const request = Object.fromEntries(
    Object.entries({ name, role, expires, environments, services }).filter(([, value]) => value !== undefined),
  );
  const created = await inOptionNames({ ...options, services: '--service' }, async () => {
    parseTokenRequest(request);
    return withLedger(call, 'record', async (ledger) => (await ledger.tokens()).create(request, askedBy(call)));
  });
  await output.record(created, { name: created.token });
  const until = created.expiresAt === null ? 'you revoke it' : `${created.expiresAt}, or you revoke it`;
  await output.note(`\nKeep the token now: it is not shown again. It lasts until ${until}:`);
  await output.note(`  ${host.program} token revoke ${created.id}${placeOf(call)}`);
}

/** The ledger, where a command line has to name it. */
function placeOf({ settings: { database } }: Call): string {
  return database.layer === 'flag' ? ` --database ${shellWord(database.value)}` : '';
}

async function list(call: Call): Promise<void> {
  const { all, ...page }: TokenOptions = call.options;
  const query = { all, ...pageOf(page) };
  const found = await withLedger(call, 'read', async (ledger) => (await ledger.tokens()).list(query));
  await showList(call.output, found, {
    columns: tokenColumns(timeStyle(call)),
    empty: all ? 'No tokens.' : 'No tokens that are of use; --all shows the others.',
  });
}

async function revoke(call: Call): Promise<void> {
  const { output, host } = call;
  const [, id] = call.operands;
  if (id === undefined) {
    throw new LedgerError('invalid', 'token revoke: the id of the token is missing', {
      hint: `ids are listed by: ${host.program} token list`,
    });
  }
  const revoked = await withLedger(call, 'sign', async (ledger) => (await ledger.tokens()).revoke(id, askedBy(call)));
  if (output.askedForFormat) await output.record(revoked, { name: id });
  else await output.say(`Token ${revoked.already ? `was revoked before, at ${revoked.revokedAt}` : 'revoked'}: ${id}`);
}

function askedBy({ host }: Call) {
  return { by: { person: host.userName() }, source: 'cli', sign: true };
}

function unexpected(operand: string, hint: string): LedgerError {
  return new LedgerError('invalid', `token create: ${JSON.stringify(operand)} stands where nothing is expected`, {
    hint,
  });
}
