import { compareCodePoints } from '../../analysis/code-point-order.ts';
import { groupByKey } from '../../analysis/group-by-key.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { Side } from '../queries.ts';
import type { DifferenceView } from '../views.ts';
import { requireEnvironment } from './require-environment.ts';

/**
 * Compares what runs, or ran, on two sides: by service and region, those included that are the same. Where one side tells no regions of
 * a service apart, what runs there is compared with each region of the other.
 * @throws LedgerError `invalid` for an environment that nobody registered.
 */
export async function showDifferences(store: LedgerStore, a: Side, b: Side): Promise<DifferenceView[]> {
  const [left, right] = [await servicesOn(store, a), await servicesOn(store, b)];
  const services = [...new Set([...left.keys(), ...right.keys()])].sort(compareCodePoints);
  return services.flatMap((service) => {
    const versions = [left.get(service) ?? none, right.get(service) ?? none] as const;
    return regionsOf(...versions).map((region) => {
      const [before, after] = [versionIn(region, versions[0]), versionIn(region, versions[1])];
      return { service, region: region || null, a: before, b: after, change: changeBetween(before, after) };
    });
  });
}

/** Versions of a service by region; '' is the region that nobody named. */
type Versions = ReadonlyMap<string, string>;

const none: Versions = new Map();

async function servicesOn(store: LedgerStore, side: Side): Promise<Map<string, Versions>> {
  const environment = await requireEnvironment(store, side.environment);
  const rows = await store.running({ environment, asOfMs: side.asOfMs });
  const services = groupByKey(rows, ({ service }) => service);
  return new Map(
    [...services].map(([service, lanes]) => [service, new Map(lanes.map((row) => [row.region, row.version]))]),
  );
}

function regionsOf(a: Versions, b: Versions): string[] {
  const regions = [...new Set([...a.keys(), ...b.keys()])].sort(compareCodePoints);
  const oneSideHasNone = isEverywhere(a) !== isEverywhere(b) && a.size > 0 && b.size > 0;
  const other = isEverywhere(a) ? b : a;
  return oneSideHasNone && !other.has('') ? regions.filter((region) => region !== '') : regions;
}

function versionIn(region: string, versions: Versions): string | null {
  return versions.get(region) ?? (isEverywhere(versions) ? versions.get('') : undefined) ?? null;
}

function isEverywhere(versions: Versions): boolean {
  return versions.size === 1 && versions.has('');
}

function changeBetween(a: string | null, b: string | null): DifferenceView['change'] {
  if (a === null) return 'only-b';
  if (b === null) return 'only-a';
  return a === b ? 'same' : 'changed';
}
