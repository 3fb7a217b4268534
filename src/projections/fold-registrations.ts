import { clearClaim, compareText } from '../domain/clear-claim.ts';
import { defaultLimitMs, orderOfTier } from '../domain/environments.ts';
import type { EnvironmentRegistered, ServiceRegistered } from '../domain/facts/other.ts';
import { instantMs } from '../domain/instant.ts';
import type { Content } from './row-changes.ts';
import type { EnvironmentRow, ServiceRow } from './rows.ts';

/** A service as its registrations describe it: each says what it knows, the later word counts. */
export function foldService(name: string, facts: readonly ServiceRegistered[]): Content<ServiceRow> {
  const said = Object.assign({}, ...facts.toSorted(compareRegistrations).map((fact) => defined(fact.data))) as Partial<
    ServiceRegistered['data']
  >;
  return {
    name,
    serviceType: said.serviceType ?? null,
    dependsOn: said.dependsOn ?? [],
    owners: said.owners ?? [],
    repository: said.repository ?? null,
    healthCheck: said.healthCheck ?? null,
    tier: said.tier ?? null,
    registered: facts.length > 0,
  };
}

/** An environment as its registrations describe it; undefined when there are none. */
export function foldEnvironment(facts: readonly EnvironmentRegistered[]): Content<EnvironmentRow> | undefined {
  const ordered = facts.toSorted(compareRegistrations);
  const last = ordered.at(-1);
  if (last === undefined) return undefined;
  const { environment, tier } = last.data;
  const order = ordered.findLast((fact) => fact.data.order !== undefined)?.data.order;
  const limitMs = ordered.findLast((fact) => fact.data.limitMs !== undefined)?.data.limitMs;
  return { name: environment, tier, order: order ?? orderOfTier(tier), limitMs: limitMs ?? defaultLimitMs };
}

type Registration = ServiceRegistered | EnvironmentRegistered;

function compareRegistrations(a: Registration, b: Registration): number {
  return instantMs(a.occurredAt) - instantMs(b.occurredAt) || compareText(clearClaim(a), clearClaim(b));
}

function defined<Value extends object>(value: Value): Partial<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)) as Partial<Value>;
}
