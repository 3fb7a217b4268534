#!/usr/bin/env node
import { runCli } from '../surfaces/cli/run-cli.ts';
import { createHost } from './host/create-host.ts';

// Whoever reads the output may stop early, as `head` does: there is nobody left to write to, and that is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 3));
}

// The bundler puts the version of the package in.
const version = process.env['DEPLOY_LEDGER_VERSION'] ?? 'unbuilt';
// Not awaited here: a chunk that is loaded later would wait for this module, and this module for the chunk.
void runCli(process.argv.slice(2), createHost(version)).then((status) => {
  process.exitCode = status;
});
