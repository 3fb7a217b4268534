import fc from 'fast-check';
import type { ServiceRow } from '../../src/projections/rows.ts';

/** Registered services by what they depend on, such as `{ web: ['api'], api: [] }`. */
export function servicesDependingOn(
  dependencies: Readonly<Record<string, readonly string[]>>,
  tiers: Readonly<Record<string, string>> = {},
): ServiceRow[] {
  return Object.entries(dependencies).map(([name, dependsOn]) => ({
    name,
    dependsOn,
    serviceType: null,
    owners: [],
    repository: null,
    healthCheck: null,
    tier: tiers[name] ?? null,
    registered: true,
    knownFrom: 0,
    knownTo: null,
  }));
}

const names = Array.from({ length: 40 }, (_, index) => `s${index}`);
const name = fc.constantFrom(...names);

/** Services with tiers, whose dependencies lead anywhere: in cycles, to themselves, to services that do not exist, twice to the same. */
export const anyServices: fc.Arbitrary<ServiceRow[]> = fc
  .uniqueArray(
    fc.record({ name, dependsOn: fc.array(name, { maxLength: 3 }), tier: fc.constantFrom(null, 'a', 'b') }),
    {
      selector: (service) => service.name,
      maxLength: names.length,
    },
  )
  .map((services) =>
    services.flatMap(({ name, dependsOn, tier }) =>
      servicesDependingOn({ [name]: dependsOn }, tier === null ? {} : { [name]: tier }),
    ),
  );

/** Whom each service depends on, directly or not, by adding what dependencies depend on until nothing comes. */
export function naiveClosure(services: readonly ServiceRow[]): Map<string, ReadonlySet<string>> {
  const all = new Set(services.flatMap((row) => [row.name, ...row.dependsOn]));
  const reached = new Map([...all].map((one) => [one, new Set<string>()]));
  for (const row of services) reached.set(row.name, new Set(row.dependsOn));
  for (let grew = true; grew; ) {
    grew = false;
    for (const own of reached.values()) {
      const before = own.size;
      for (const one of [...own]) for (const other of reached.get(one) ?? []) own.add(other);
      grew ||= own.size > before;
    }
  }
  return reached;
}
