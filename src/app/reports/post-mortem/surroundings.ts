import { instant } from '../../../domain/instant.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import { viewPlace } from '../../read/show-running.ts';
import { viewDeployments } from '../../read/view-deployments.ts';
import type { Subject } from './find-subject.ts';
import type { PostMortem, Recovery } from './post-mortem-view.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/**
 * What else happened in the environment: from an hour before it began (a day before an incident that nobody attributed) until an hour
 * after it was over, at most a day after it began.
 */
export async function surroundingsOf(
  store: LedgerStore,
  subject: Subject,
  { involved, recovery, knownAt }: { involved: ReadonlySet<string>; recovery: Recovery | null; knownAt: number },
): Promise<PostMortem['around']> {
  const { deployment, environment } = subject;
  const beganMs = beganAt(subject);
  const fromMs = Math.max(0, beganMs - (deployment === undefined ? dayMs : hourMs));
  const overMs = recovery?.at == null ? beganMs + dayMs : Date.parse(recovery.at);
  const toMs = Math.max(beganMs, Math.min(overMs, beganMs + dayMs)) + hourMs;
  const rows = await store.deployments({ environments: [environment], fromMs, toMs, knownAt }, { oldestFirst: true });
  const others = rows.filter(({ id }) => !involved.has(id));
  return {
    from: instant(fromMs),
    to: instant(toMs),
    deployments: await viewDeployments(store, others),
    running: await relatedRunning(store, subject, beganMs, knownAt),
  };
}

function beganAt({ deployment, incidents }: Subject): number {
  if (deployment !== undefined) return deployment.startedMs ?? deployment.atMs;
  return Math.min(...incidents.map(({ openedMs }) => openedMs));
}

async function relatedRunning(
  store: LedgerStore,
  { service, environment }: Subject,
  asOfMs: number,
  knownAt: number,
): Promise<PostMortem['around']['running']> {
  const services = await store.services({ knownAt });
  const own = services.find(({ name }) => name === service);
  const dependents = services.filter(({ dependsOn }) => dependsOn.includes(service)).map(({ name }) => name);
  const related = new Set([service, ...(own?.dependsOn ?? []), ...dependents]);
  const rows = await store.running({ environment, asOfMs, knownAt });
  return rows.filter((row) => related.has(row.service)).map(viewPlace);
}
