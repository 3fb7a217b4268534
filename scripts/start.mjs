import './node-version.mjs';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { isStale } from './freshness.mjs';
import { capture, npm } from './run-command.mjs';

// `npm start`: from a fresh clone to a server with something to see in it. Everything that it writes stays in the clone.
const bin = 'dist/bin/bin.js';
const program = `node ${bin}`;
const database = '.deploy-ledger/demo.db';
// The demo refuses a ledger that holds other facts, and so would refuse itself once the clone's history is beside it.
const filled = join(root, '.deploy-ledger', 'demo-is-filled');

try {
  install();
  build();
  openDemo();
  importOwnHistory();
  await serve(suggest);
} catch (error) {
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}

function install() {
  if (!isStale('node_modules/.package-lock.json', ['package-lock.json'])) return;
  console.log('Installing …');
  capture([...npm, 'ci', '--ignore-scripts', '--include=dev']);
}

function build() {
  if (!isStale(bin, ['src', 'scripts', 'package.json', 'package-lock.json'])) return;
  console.log('Building …');
  capture([process.execPath, 'scripts/build.mjs', '--bin-only']);
}

function openDemo() {
  mkdirSync(join(root, '.deploy-ledger'), { recursive: true });
  const { created } = JSON.parse(ledger('init', '--name', 'deploy-ledger.local/demo', '-f', 'json'));
  if (!created && existsSync(filled)) return;
  console.log('Making up a demo fleet …');
  ledger('demo');
  writeFileSync(filled, '');
}

function importOwnHistory() {
  if (!existsSync(join(root, '.git'))) return;
  console.log("Importing this clone's own history …");
  try {
    ledger('import', 'git', '.', '--service', 'deploy-ledger');
  } catch {
    // Most clones have no release tags. A commit is no release, so it counts for the environment where it is one.
    importEveryCommit();
  }
}

function importEveryCommit() {
  try {
    ledger('import', 'git', '.', '--service', 'deploy-ledger', '--each', 'commit', '--environment', 'development');
  } catch (error) {
    console.error(`\nThe demo goes on without this clone's history.\n${error.message}`);
  }
}

/** Runs the program on the demo ledger. */
function ledger(...args) {
  return capture([process.execPath, bin, ...args, '--database', database], surroundings());
}

/** Nothing that the user set for their own ledger reaches the demo, but where to serve it. */
function surroundings() {
  const { DEPLOY_LEDGER_PORT: port, ...others } = process.env;
  const env = Object.entries(others).filter(([name]) => !name.startsWith('DEPLOY_LEDGER_'));
  return {
    ...Object.fromEntries(env),
    ...(port && { DEPLOY_LEDGER_PORT: port }),
    DEPLOY_LEDGER_KEY_DIR: '.deploy-ledger/keys',
    DEPLOY_LEDGER_CONFIG: '.deploy-ledger/config.yaml',
  };
}

/** Serves the demo ledger until a signal ends that; its exit status is the server's. */
async function serve(listening) {
  const args = [bin, 'serve', '--quiet', '--format', 'json', '--database', database];
  const stdio = ['inherit', 'pipe', 'inherit'];
  const server = spawn(process.execPath, args, { cwd: root, env: surroundings(), stdio });
  process.on('SIGTERM', () => server.kill('SIGTERM'));
  // A terminal sends Ctrl-C to the server, too, for which a second one means at once.
  process.on('SIGINT', () => process.stdin.isTTY || server.kill('SIGINT'));
  server.stdout.once('data', (line) => listening(JSON.parse(line).url));
  const [status] = await once(server, 'exit');
  process.exitCode = status ?? 1;
}

function suggest(url) {
  const theirs = process.env.DEPLOY_LEDGER_DB ?? '~/.deploy-ledger/deployments.db';
  console.log(`
The demo fleet is served on ${url} until you press Ctrl-C.

Now your own repository: its release tags become deployments, recorded in ${theirs}

  ${program} import git /path/to/your/repo && ${program} serve

Or look around in this demo, from another terminal:

  curl ${url}/api/v1/running
  ${program} list-deployments --service checkout -d ${database}
  ${program} show-metrics -d ${database}
  ${program} verify -d ${database}
`);
}
