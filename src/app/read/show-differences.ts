import { compareCodePoints } from '../../analysis/code-point-order.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { RunningRow } from '../../projections/rows.ts';
import type { Side } from '../queries.ts';
import type { DifferenceView } from '../views.ts';
import { requireEnvironment } from './require-environment.ts';

/**
 * Compares what runs, or ran, on two sides: by service and region, those included that are the same.
 * @throws LedgerError `invalid` for an environment that nobody registered.
 */
export async function showDifferences(store: LedgerStore, a: Side, b: Side): Promise<DifferenceView[]> {
  const [left, right] = [await versionsOn(store, a), await versionsOn(store, b)];
  const lanes = new Map([...left, ...right]);
  return [...lanes]
    .map(([lane, { service, region }]) => {
      const versions = [left.get(lane)?.version ?? null, right.get(lane)?.version ?? null] as const;
      return { service, region: region || null, a: versions[0], b: versions[1], change: changeBetween(...versions) };
    })
    .sort((x, y) => compareCodePoints(x.service, y.service) || compareCodePoints(x.region ?? '', y.region ?? ''));
}

async function versionsOn(store: LedgerStore, side: Side): Promise<Map<string, RunningRow>> {
  const environment = await requireEnvironment(store, side.environment);
  const rows = await store.running({ environment, asOfMs: side.asOfMs });
  return new Map(rows.map((row) => [`${row.service}\u0000${row.region}`, row]));
}

function changeBetween(a: string | null, b: string | null): DifferenceView['change'] {
  if (a === null) return 'only-b';
  if (b === null) return 'only-a';
  return a === b ? 'same' : 'changed';
}
