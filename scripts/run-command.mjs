import { spawnSync } from 'node:child_process';
import { root } from './checkout.mjs';

/**
 * The program and first arguments that start npm: the npm that runs this script when there is one, so that the same
 * version does both, and no shell is needed on Windows.
 */
export const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm'];

/**
 * Runs a command in the checkout and returns what it wrote to stdout.
 * @throws Error with the command line and everything it wrote, when it cannot be started or does not exit with 0.
 */
export function capture(command, env = process.env) {
  const { status, signal, stdout, stderr, error } = start(command, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  if (status === 0) return stdout;
  const ending = error?.message ?? signal ?? `exit ${status}`;
  throw new Error(`${command.join(' ')}\nfailed (${ending}):\n${stdout ?? ''}${stderr ?? ''}`);
}

/** Runs a command in the checkout with this terminal as its own, and says whether it exited with 0. */
export function succeeds(command) {
  const { status, error } = start(command, { stdio: 'inherit' });
  if (error) console.error(`${command.join(' ')}: ${error.message}`);
  return status === 0;
}

function start([program, ...args], options) {
  return spawnSync(program, args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 30, ...options });
}
