import { instant } from '../../domain/instant.ts';
import { hex } from '../../ledger/hashing.ts';
import { sealedPaths } from '../../ledger/sealing.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import type { ExportOptions } from '../ledger.ts';
import { chosenFacts } from './chosen-facts.ts';
import { exportIncidents } from './export-rows.ts';
import type { OpenedFact } from './fact-blocks.ts';
import { type RunningInterval, runningIntervals } from './running-intervals.ts';

/** What is chosen, of the first `knownAt` facts. */
export interface FactScope extends ExportOptions {
  readonly knownAt: number;
}

/** Every chosen fact, with what could be opened of it. */
export async function* factRows(store: LedgerStore, { knownAt, ...options }: FactScope) {
  for await (const opened of chosenFacts(store, options, knownAt)) {
    const { stored, fact } = opened;
    yield {
      index: stored.index,
      type: fact.type,
      subject: stored.subject,
      occurredAt: fact.occurredAt,
      recordedAt: fact.recordedAt,
      source: fact.source,
      leafHash: hex(stored.leafHash),
      fact: Buffer.from(stored.bytes).toString(),
      opened: openedValues(opened),
    };
  }
}

function openedValues({ fact, sealed }: OpenedFact): Record<string, unknown> | null {
  const opened = sealedPaths(fact)
    .map((path) => [path, sealed.value(path)] as const)
    .filter(([, value]) => value !== null);
  return opened.length === 0 ? null : Object.fromEntries(opened);
}

/** Every chosen incident, with the deployment that it is attributed to. */
export async function* incidentRows(store: LedgerStore, scope: FactScope) {
  for await (const { attribution, ...incident } of exportIncidents(store, scope)) {
    const { deployment: attributedTo, by: attributedBy, confidence } = attribution;
    yield { ...incident, attributedTo, attributedBy, confidence };
  }
}

/** Every commit of the chosen deployments. */
export async function* commitRows(store: LedgerStore, { knownAt, ...options }: FactScope) {
  for await (const { fact } of chosenFacts(store, options, knownAt)) {
    if (fact.type !== 'deployment.shipped') continue;
    const { deployment, commits } = fact.data;
    for (const { sha, committedAt } of commits) yield { deployment, sha, committedAt };
  }
}

/** Every interval in which a version ran that reaches into the chosen time. */
export async function* runningRows(store: LedgerStore, scope: FactScope) {
  for await (const interval of runningIntervals(store, scope.knownAt)) {
    if (!isChosen(interval, scope)) continue;
    const { service, environment, region, version, sinceMs, untilMs, deployment } = interval;
    yield {
      service,
      environment,
      region: region || null,
      version,
      since: instant(sinceMs),
      until: untilMs === null ? null : instant(untilMs),
      deployment,
    };
  }
}

function isChosen(row: RunningInterval, { service, environment, fromMs, toMs }: FactScope): boolean {
  if (service !== undefined && row.service !== service.normalize('NFC')) return false;
  if (environment !== undefined && row.environment !== environment) return false;
  const reachesIn = fromMs === undefined || row.untilMs === null || row.untilMs > fromMs;
  return reachesIn && (toMs === undefined || row.sinceMs < toMs);
}
