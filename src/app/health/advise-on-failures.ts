import type { Change } from '../../analysis/change.ts';
import { mean } from '../../analysis/statistics.ts';
import { shellWord } from '../../domain/shell-word.ts';

/** Fewer failures than these have nothing in common that means anything. */
const fewest = 3;

/** Failed changes that are larger than the others by this factor are called larger. */
const clearlyLarger = 1.5;

/** Strategies that reach everybody at once. */
const atOnce: readonly string[] = ['big-bang', 'rolling'];

/** What to do about the failed changes of a service, going by what they have in common. */
export function adviseOnFailures(service: string, failed: readonly Change[], changes: readonly Change[]): string {
  if (failed.length < fewest) return `see what went wrong with deploy-ledger get-deployment ${failed[0]?.id}`;
  return adviseOnSize(failed, changes) ?? adviseOnStrategy(failed) ?? lookCloser(service);
}

function adviseOnSize(failed: readonly Change[], changes: readonly Change[]): string | undefined {
  const sizeOf = (some: readonly Change[]) =>
    mean(some.map(({ commitCount }) => commitCount).filter((count) => count > 0));
  const [size, usual] = [sizeOf(failed), sizeOf(changes.filter((change) => !change.failed))];
  if (size === null || usual === null || size < usual * clearlyLarger) return undefined;
  return `they held ${size.toFixed(1)} commits on average, those that went well ${usual.toFixed(1)}: ship less at a time`;
}

function adviseOnStrategy(failed: readonly Change[]): string | undefined {
  const strategies = new Set(failed.map(({ strategy }) => strategy));
  const [strategy = ''] = strategies;
  if (strategies.size !== 1 || !atOnce.includes(strategy)) return undefined;
  return `all went out as ${strategy}: a canary would have shown the harm to a few first`;
}

function lookCloser(service: string): string {
  const analyze = `deploy-ledger analyze --type failure-patterns -s ${shellWord(service)}`;
  return `look for what they have in common with ${analyze}`;
}
