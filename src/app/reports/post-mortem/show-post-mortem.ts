import type { LedgerStore } from '../../../projections/read-store.ts';
import type { DeploymentRow } from '../../../projections/rows.ts';
import type { OpenedFact } from '../../export/fact-blocks.ts';
import { viewDeployments } from '../../read/view-deployments.ts';
import { viewAttributed } from '../../read/view-incidents.ts';
import { viewRollbacks } from '../../read/view-rollbacks.ts';
import { approvalOf } from '../approval.ts';
import { testsRecorded } from '../tested.ts';
import { findSubject, type Subject } from './find-subject.ts';
import { openQuestions } from './open-questions.ts';
import type { PostMortem } from './post-mortem-view.ts';
import { recoveryOf } from './recovery.ts';
import { surroundingsOf } from './surroundings.ts';
import { factsAbout, timelineOf } from './timeline.ts';

/**
 * Gathers what the ledger knows about a deployment or an incident that went wrong, all of one moment.
 * @throws LedgerError `not-found` when there is no such deployment or incident.
 */
export async function showPostMortem(store: LedgerStore, id: string): Promise<PostMortem> {
  const { size: knownAt } = await store.head();
  const subject = await findSubject(store, id, knownAt);
  const { kind, service, environment, deployment } = subject;
  const remedyRows = await remediesOf(store, subject, knownAt);
  const facts = await factsAbout(store, subjectsOf(subject, remedyRows), knownAt);
  const involved = new Set([deployment, ...subject.targets, ...remedyRows].flatMap((row) => row?.id ?? []));
  const recovery = recoveryOf(subject, remedyRows);
  const [view] = deployment === undefined ? [] : await viewDeployments(store, [deployment]);
  const found = {
    subject: { kind, id },
    deployment: view ?? null,
    approval: deployment === undefined ? null : approvalOf(deployment),
    tests: testsRecorded(view?.metadata ?? null),
    commits: commitsAmong(facts, deployment),
    incidents: await viewAttributed(store, subject.incidents),
    rollback: await rollbackOf(store, deployment, knownAt),
    recovery,
  };
  return {
    ...found,
    service,
    environment,
    targets: await viewDeployments(store, subject.targets),
    remedies: await viewDeployments(store, remedyRows),
    timeline: timelineOf(facts),
    around: await surroundingsOf(store, subject, { involved, recovery, knownAt }),
    questions: openQuestions(found),
    ...(await standingOf(store, knownAt)),
  };
}

/** Deployments that say that they remedy it, or one of its incidents. */
async function remediesOf(store: LedgerStore, subject: Subject, knownAt: number): Promise<DeploymentRow[]> {
  const { deployment, incidents, environment } = subject;
  const ids = new Set([...incidents.map((incident) => incident.id), ...(deployment ? [deployment.id] : [])]);
  const fromMs = deployment?.createdMs ?? Math.min(...incidents.map(({ openedMs }) => openedMs));
  const filter = { environments: [environment], remediating: true, fromMs, knownAt } as const;
  const rows = await store.deployments(filter, { oldestFirst: true });
  return rows.filter((row) => row.id !== deployment?.id && row.remediates.some((id) => ids.has(id)));
}

function subjectsOf({ deployment, targets, incidents }: Subject, remedies: readonly DeploymentRow[]): string[] {
  return [
    ...(deployment === undefined ? [] : [`deployment:${deployment.id}`]),
    ...(deployment?.rolledBackBy ? [`rollback:${deployment.rolledBackBy}`] : []),
    ...targets.map(({ id }) => `deployment:${id}`),
    ...incidents.map(({ id }) => `incident:${id}`),
    ...remedies.map(({ id }) => `deployment:${id}`),
  ];
}

function commitsAmong(facts: readonly OpenedFact[], deployment: DeploymentRow | undefined): PostMortem['commits'] {
  return facts.flatMap(({ fact }) =>
    fact.type === 'deployment.shipped' && fact.data.deployment === deployment?.id ? fact.data.commits : [],
  );
}

async function rollbackOf(store: LedgerStore, deployment: DeploymentRow | undefined, knownAt: number) {
  if (!deployment?.rolledBackBy) return null;
  const rows = await store.rollbacks({ ids: [deployment.rolledBackBy], knownAt });
  return (await viewRollbacks(store, rows))[0] ?? null;
}

async function standingOf(store: LedgerStore, size: number) {
  const [identity, latest] = [await store.identity(), await store.latestCheckpoint()];
  const checkpoint = latest === undefined ? null : { size: latest.size, note: latest.note };
  return { ledger: identity?.origin ?? '', size, checkpoint };
}
