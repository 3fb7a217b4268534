import { spawnSync } from 'node:child_process';
import programs from './system-programs.json' with { type: 'json' };

/** Where Debian keeps the Go packages that the independent verifier is built from; Go must be told to look there. */
export const goEnvironment = { GO111MODULE: 'off', GOPATH: '/usr/share/gocode' };

/**
 * Whether tests that need the system program `name` must be skipped, for `describe.skipIf(isMissing('go'))`.
 * Prints the reason; `npm test` has already tried to install it.
 * @throws Error when the program is missing and CI is set, where nothing may be skipped, or when the name is not listed.
 */
export function isMissing(name: string): boolean {
  const program = programs.find((candidate) => candidate.name === name);
  if (program === undefined) throw new Error(`system-programs.json does not list "${name}"`);
  const [command = name, ...args] = program.probe;
  if (spawnSync(command, args).status === 0) return false;
  const reason = `${name} is missing: it is needed for ${program.neededFor} (packages ${program.packages.join(', ')})`;
  if (process.env['CI']) throw new Error(reason);
  console.warn(`skipped: ${reason}`);
  return true;
}
