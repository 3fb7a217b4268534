import './node-version.mjs';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { isStale } from './freshness.mjs';
import { capture, npm } from './run-command.mjs';

// `npm start`: from a fresh clone to a ledger with something to see in it. Everything that it writes stays in the clone.
const program = 'node dist/bin/bin.js';
const database = '.deploy-ledger/demo.db';
// The demo refuses a ledger that holds other facts, and so would refuse itself once the clone's history is beside it.
const filled = join(root, '.deploy-ledger', 'demo-is-filled');

try {
  install();
  build();
  openDemo();
  importOwnHistory();
  show();
  suggest();
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
  if (!isStale('dist/bin/bin.js', ['src', 'scripts', 'package.json', 'package-lock.json'])) return;
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

/** Runs the program on the demo ledger; nothing that the user set for their own ledger reaches it. */
function ledger(...args) {
  const env = Object.entries(process.env).filter(([name]) => !name.startsWith('DEPLOY_LEDGER_'));
  return capture([process.execPath, 'dist/bin/bin.js', ...args, '--database', database], {
    ...Object.fromEntries(env),
    DEPLOY_LEDGER_KEY_DIR: '.deploy-ledger/keys',
    DEPLOY_LEDGER_CONFIG: '.deploy-ledger/config.yaml',
  });
}

function show() {
  console.log(`\nRunning in production\n\n${ledger('running', '--environment', 'production', '-f', 'table')}`);
  console.log(`The last 30 days\n\n${ledger('show-metrics', '-f', 'table')}`);
}

function suggest() {
  const theirs = process.env.DEPLOY_LEDGER_DB ?? '~/.deploy-ledger/deployments.db';
  console.log(`Now your own repository: its release tags become deployments, recorded in ${theirs}

  ${program} import git /path/to/your/repo

Or look around in this demo:

  ${program} list-deployments --service checkout -d ${database}
  ${program} running --as-of 7d -d ${database}
  ${program} verify -d ${database}
`);
}
