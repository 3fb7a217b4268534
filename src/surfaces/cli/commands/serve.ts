import type { Call, CommandModule } from '../command-module.ts';
import { type ServeOptions, serverSettings } from '../serve/server-settings.ts';
import type { Serving } from '../serve/serving.ts';
import type { Settings } from '../settings.ts';
import { withLedger } from '../with-ledger.ts';

export const command: CommandModule = {
  examples: [
    'serve',
    'serve --port 9000 --database ./team.db',
    'serve --host 0.0.0.0 --tls-cert cert.pem --tls-key key.pem',
  ],
  description:
    'Serve the ledger over HTTP until it is told to stop: Ctrl-C or SIGTERM lets it finish what it accepted, a second one ends it at ' +
    'once, SIGHUP makes it read its settings again. Logs go to standard error.',
  define(command) {
    command
      .optionsGroup('Where to listen:')
      .option('--port <number>', 'default: 8080, or the next one that is free; 0 takes any (DEPLOY_LEDGER_PORT)')
      .option('--host <address>', 'default: 127.0.0.1, this machine alone (DEPLOY_LEDGER_HOST)')
      .option('--tls-cert <file>', 'serve https with this certificate (DEPLOY_LEDGER_TLS_CERT)')
      .option('--tls-key <file>', 'the private key of the certificate (DEPLOY_LEDGER_TLS_KEY)');
  },
  async run(call) {
    const { host, settings, options } = call;
    const { verbose, quiet, database, config, format }: Everywhere = options;
    const flags: ServeOptions = options;
    const withFlags = (found: Settings) => ({ ...found, server: serverSettings(found.server, flags) });
    await withLedger(call, 'record', async (ledger) => {
      const serving = await host.serve({
        ledger,
        settings: withFlags(settings),
        reload: async () => withFlags(await host.settings({ database, config, format })),
        logLevel: quiet ? 'error' : verbose ? 'debug' : 'info',
      });
      await announce(call, serving);
      await serving.ended;
    });
  },
};

interface Everywhere {
  readonly verbose?: boolean;
  readonly quiet?: boolean;
  readonly database?: string;
  readonly config?: string;
  readonly format?: string;
}

/** Where it listens is data; what to try is for a person who watches the log, and no line of it. */
async function announce({ output, host, settings }: Call, { url }: Serving): Promise<void> {
  if (output.isForPeople) await output.say(`Listening on ${url}`);
  else if (output.format === 'json') await output.data(`${JSON.stringify({ url })}\n`);
  else await output.record({ url }, { name: url });
  if (!output.stderr.isTerminal) return;
  const where = settings.database.layer === 'flag' ? ` --database ${settings.database.value}` : '';
  await output.note(`
Try next:
  curl --json '{"service":"my-app","version":"1.0.0","environment":"production"}' ${url}/api/v1/deployments
  ${host.program} list-deployments${where}
`);
}
