import * as v from 'valibot';
import { LedgerError } from '../errors.ts';
import { didYouMean } from '../suggest.ts';
import { spell } from '../vocabulary.ts';
import { abTest } from './a-b-test.ts';
import { bigBang } from './big-bang.ts';
import { blueGreen } from './blue-green.ts';
import { canary } from './canary.ts';
import { featureFlag } from './feature-flag.ts';
import { rolling } from './rolling.ts';
import type { Progress, Strategy } from './strategy.ts';

export const builtinStrategies: readonly Strategy[] = [blueGreen, canary, rolling, bigBang, featureFlag, abTest];

/** The strategies that a ledger accepts, by name. */
export type Strategies = ReadonlyMap<string, Strategy>;

/**
 * The built-in strategies and those given, by name.
 * @throws LedgerError `invalid` when two have the same name.
 */
export function strategyRegistry(more: readonly Strategy[] = []): Strategies {
  const registry = new Map<string, Strategy>();
  for (const strategy of [...builtinStrategies, ...more]) {
    if (registry.has(strategy.name)) {
      throw new LedgerError('invalid', `the strategy "${strategy.name}" is registered twice`, { field: 'strategy' });
    }
    registry.set(strategy.name, strategy);
  }
  return registry;
}

/**
 * The strategy of this name, in any of its spellings.
 * @throws LedgerError `invalid` naming the nearest one.
 */
export function strategyNamed(strategies: Strategies, typed: string): Strategy {
  const found = strategies.get(spell(typed));
  if (found !== undefined) return found;
  const names = [...strategies.keys()];
  throw new LedgerError('invalid', `unknown strategy "${typed}"${didYouMean(spell(typed), names)}`, {
    field: 'strategy',
    hint: `one of: ${names.join(', ')}`,
  });
}

/**
 * Reads what a claim says of the progress of a deployment by this strategy, keys in order.
 * @throws LedgerError `invalid` when the strategy knows no such progress.
 */
export function parseProgress(strategy: Strategy, input: Readonly<Record<string, unknown>>): Progress {
  const result = v.safeParse(strategy.progress, input, { abortEarly: true });
  if (!result.success) {
    const [issue] = result.issues;
    const field = `progress.${v.getDotPath(issue) ?? ''}`;
    throw new LedgerError('invalid', `${field}: ${issue.message}`, {
      field,
      hint: `progress of ${strategy.name} deployments: ${progressFields(strategy).join(', ')}`,
    });
  }
  return sorted(result.output as Progress);
}

function progressFields(strategy: Strategy): string[] {
  return 'entries' in strategy.progress ? Object.keys(strategy.progress.entries as object) : [];
}

/** Facts are written with their keys in order, those of progress included. */
function sorted<Value extends object>(value: Value): Value {
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(
    entries.map(([key, inner]) => [key, typeof inner === 'object' && inner !== null ? sorted(inner) : inner]),
  ) as Value;
}
