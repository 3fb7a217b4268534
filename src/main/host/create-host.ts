import { randomBytes } from 'node:crypto';
import { homedir, userInfo } from 'node:os';
import { basename } from 'node:path';
import type { Host } from '../../surfaces/cli/host.ts';
import { resolveSettings } from '../config/resolve-settings.ts';
import { channelOf } from './channel.ts';
import { openForCommand, requireFile } from './open-for-command.ts';

/** The command line's world: this process, its files and its ledger. What few commands need is loaded when they need it. */
export function createHost(version: string): Host {
  const { env: environment, stdout, stderr } = process;
  const host: Host = {
    program: programName(process.argv[1]),
    version,
    stdout: channelOf(stdout, environment),
    stderr: channelOf(stderr, environment),
    nowMs: Date.now,
    random: randomBytes,
    userName: () => userName(environment),
    settings: (given) => resolveSettings(given, { environment, home: homedir(), cwd: process.cwd() }),
    openLedger: openForCommand,
    async initLedger({ database, keyDir }, name) {
      requireFile(database.value);
      const { initLedger } = await import('../open-ledger.ts');
      return initLedger({ database: database.value, keyDir: keyDir.value, create: true, name });
    },
    async openSource(request) {
      return (await import('./open-source.ts')).openSource(request, environment);
    },
    async demoSource(seed, nowMs) {
      return (await import('./demo-source.ts')).demoSource(seed, nowMs);
    },
    async commitsBetween(range, repository) {
      return (await import('./commits-between.ts')).commitsBetween(range, repository, environment);
    },
    async readText(path) {
      return (await import('./open-file.ts')).readText(path);
    },
    async writeDatabase(path, tables) {
      await (await import('../../storage/sqlite/export/write-database.ts')).writeDatabase(path, tables);
    },
    async verifyReport(path, verifierKey, against) {
      return (await import('./verify-report.ts')).verifyReport(path, verifierKey, against);
    },
    async backUp(settings, file, progress) {
      return (await import('../backup/back-up.ts')).backUp(settings, file, progress);
    },
    async restore(settings, file, options) {
      return (await import('../backup/restore.ts')).restore(settings, file, options);
    },
    async serve(request) {
      return (await import('../serve/serve.ts')).serve(request, host);
    },
    async *diagnose(settings) {
      yield* (await import('../doctor/diagnose.ts')).diagnose(settings, host);
    },
  };
  return host;
}

/** The original tool's name is kept where the program is called by it. */
function programName(script: string | undefined): string {
  return basename(script ?? '') === 'guile-deploy-ledger' ? 'guile-deploy-ledger' : 'deploy-ledger';
}

function userName({ USER, LOGNAME, USERNAME }: NodeJS.ProcessEnv): string | undefined {
  const named = USER || LOGNAME || USERNAME;
  if (named) return named;
  try {
    return userInfo().username;
  } catch {
    // A container may run under a number that nobody gave a name.
    return undefined;
  }
}
