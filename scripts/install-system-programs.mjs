import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './checkout.mjs';
import { succeeds } from './run-command.mjs';

const list = join(root, 'test', 'support', 'system-programs.json');

/**
 * Installs the system programs that tests need and that are missing, where apt-get can: as root. Otherwise it leaves
 * them missing, and the tests that need one are skipped with the reason, or fail when CI is set.
 */
export function installSystemPrograms() {
  const missing = JSON.parse(readFileSync(list, 'utf8')).filter(({ probe }) => !works(probe));
  if (missing.length === 0 || process.getuid?.() !== 0 || !works(['apt-get', '--version'])) return;
  console.log(`installing ${missing.map(({ name }) => name).join(', ')} for the tests`);
  succeeds(['apt-get', 'update', '-qq']);
  const quietly = [
    'env',
    'DEBIAN_FRONTEND=noninteractive',
    'apt-get',
    'install',
    '-qq',
    '-y',
    '--no-install-recommends',
  ];
  succeeds([...quietly, ...missing.flatMap(({ packages }) => packages)]);
}

function works([program, ...args]) {
  return spawnSync(program, args).status === 0;
}
