import type { Ledger } from '../../../app/ledger.ts';
import type { PublishedFact } from '../../../app/publish/published-fact.ts';
import type { DeploymentDetail } from '../../../app/views.ts';
import { recordWithin } from './record-within.ts';
import { admits, narrow, type Place, refuseLimited, requireAdmitted, type Scope } from './scope.ts';

/** Analyses that look at services beyond the one that they are asked about. */
const lookAround: readonly string[] = ['dependencies', 'impact'];

/** A ledger as a token with limits sees it. Whatever is not named here is refused. */
export function ledgerWithin(ledger: Ledger, scope: Scope): Ledger {
  return {
    ...refusing(ledger, scope),
    record: recordWithin(ledger, scope),
    deployment: async (id, knownAt) => withoutOthers(admitted(scope, await ledger.deployment(id, knownAt)), scope),
    rollback: async (id) => admitted(scope, await ledger.rollback(id)),
    incident: async (id) => admitted(scope, await ledger.incident(id)),
    prove: async (ref) => {
      const proved = await ledger.prove(ref);
      requireAdmitted(scope, placeIn(proved.fact));
      return proved;
    },
    ...lists(ledger, scope),
    metrics: async (query) => ledger.metrics(narrow(scope, query)),
    health: async (query) => ledger.health(narrow(scope, query)),
    analyze: async (query) => {
      if (lookAround.includes(query.type) && scope.services !== null) refuseLimited(scope);
      return ledger.analyze(narrow(scope, query));
    },
    follow: (index, signal) => followWithin(ledger, scope, index, signal),
    size: () => ledger.size(),
    checkpoint: () => ledger.checkpoint(),
    verify: (options) => ledger.verify(options),
    requireReady: () => ledger.requireReady(),
  };
}

function lists(ledger: Ledger, scope: Scope) {
  return {
    deployments: async (query) => ledger.deployments(narrow(scope, query)),
    rollbacks: async (query) => ledger.rollbacks(narrow(scope, query)),
    incidents: async (query) => ledger.incidents(narrow(scope, query)),
    timeline: async (query) => ledger.timeline(narrow(scope, query)),
    changes: async (query) => ledger.changes(narrow(scope, query)),
    running: async (query) => (await ledger.running(query)).filter((row) => admits(scope, row)),
    diff: async (a, b) => {
      for (const { environment } of [a, b]) requireAdmitted(scope, { environment });
      return (await ledger.diff(a, b)).filter(({ service }) => admits(scope, { service }));
    },
    services: async () => (await ledger.services()).filter(({ name }) => admits(scope, { service: name })),
    environments: async () => (await ledger.environments()).filter(({ name }) => admits(scope, { environment: name })),
  } satisfies Partial<Ledger>;
}

/** Every use case of the ledger, refused: one that comes new is closed to tokens with limits until somebody thought about it. */
function refusing(ledger: Ledger, scope: Scope): Ledger {
  return new Proxy(ledger, {
    get: (target, name, receiver) => {
      const member: unknown = Reflect.get(target, name, receiver);
      return typeof member === 'function' ? () => refuseLimited(scope) : member;
    },
  });
}

function admitted<Placed extends Place>(scope: Scope, placed: Placed): Placed {
  requireAdmitted(scope, placed);
  return placed;
}

/** Incidents of other services can be attributed to a deployment. */
function withoutOthers(detail: DeploymentDetail, scope: Scope): DeploymentDetail {
  return { ...detail, incidents: detail.incidents.filter((incident) => admits(scope, incident)) };
}

/** Where the fact of a proof happened; nobody knows for one that says it by the id of something else. */
function placeIn(fact: string): Place {
  const { data } = JSON.parse(fact) as { readonly data: Place };
  return { service: data.service ?? null, environment: data.environment ?? null };
}

async function* followWithin(
  ledger: Ledger,
  scope: Scope,
  index: number,
  signal: AbortSignal,
): AsyncGenerator<readonly PublishedFact[]> {
  for await (const facts of ledger.follow(index, signal)) {
    const own = facts.filter((fact) => admits(scope, fact));
    if (own.length > 0) yield own;
  }
}
