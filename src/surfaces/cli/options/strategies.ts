import { builtinStrategies } from '../../../domain/strategies/registry.ts';

/** The names that `--type` of a deployment takes. */
export const strategyNames: readonly string[] = builtinStrategies.map(({ name }) => name);
