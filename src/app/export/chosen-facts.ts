import type { LedgerStore } from '../../projections/read-store.ts';
import type { ExportOptions } from '../ledger.ts';
import { requireEnvironment } from '../read/require-environment.ts';
import { requireWindow } from '../read/require-window.ts';
import { chooseFacts } from './choose-facts.ts';
import { factBlocks, type OpenedFact } from './fact-blocks.ts';

/**
 * The facts among the first `size` of the log that an export is about, in their order, in flat memory.
 * @throws LedgerError `invalid` for an environment that nobody registered or a window without time.
 */
export async function* chosenFacts(
  store: LedgerStore,
  options: ExportOptions,
  size: number,
): AsyncGenerator<OpenedFact> {
  const { service, fromMs, toMs } = options;
  requireWindow(options);
  const environment = await requireEnvironment(store, options.environment);
  const chosen = { service: service?.normalize('NFC'), environment, fromMs, toMs };
  for await (const block of factBlocks(store, size)) yield* await chooseFacts(store, block, chosen);
}
