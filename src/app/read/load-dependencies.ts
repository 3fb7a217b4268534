import { groupByKey } from '../../analysis/group-by-key.ts';
import type { Fact } from '../../domain/facts/fact.ts';
import type { ServiceRegistered } from '../../domain/facts/other.ts';
import { instantMs } from '../../domain/instant.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { LogReader } from '../../ledger/log-store.ts';
import { foldService } from '../../projections/fold-registrations.ts';

interface Moment {
  readonly service: string;
  readonly openedMs: number;
}

/**
 * What services depended on at the moments at which something broke in them, with one query. Before its first registration a service is
 * taken to have depended on what that one says: most ledgers are filled with history before anybody describes their services.
 */
export async function loadDependencies(
  log: LogReader,
  moments: readonly Moment[],
  knownAt: number | undefined,
): Promise<(moment: Moment) => readonly string[]> {
  const subjects = [...new Set(moments.map(({ service }) => `service:${service}`))];
  const stored = subjects.length === 0 ? [] : await log.factsOf(subjects);
  const registrations = stored
    .filter(({ index }) => knownAt === undefined || index < knownAt)
    .map(({ bytes }) => decodeFact(bytes))
    .filter(isRegistration)
    .toSorted((a, b) => instantMs(a.occurredAt) - instantMs(b.occurredAt));
  const byService = groupByKey(registrations, ({ data }) => data.service);
  return ({ service, openedMs }) => {
    const all = byService.get(service) ?? [];
    const then = all.filter(({ occurredAt }) => instantMs(occurredAt) <= openedMs);
    return foldService(service, then.length === 0 ? all.slice(0, 1) : then).dependsOn;
  };
}

function isRegistration(fact: Fact): fact is ServiceRegistered {
  return fact.type === 'service.registered';
}
