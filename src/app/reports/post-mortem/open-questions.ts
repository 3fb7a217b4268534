import type { PostMortem } from './post-mortem-view.ts';

type Findings = Pick<
  PostMortem,
  'deployment' | 'approval' | 'tests' | 'commits' | 'incidents' | 'rollback' | 'recovery' | 'subject'
>;

/** What the ledger cannot answer: first what somebody could have recorded, then what it never holds. */
export function openQuestions(found: Findings): string[] {
  return [...aboutDeployment(found), ...aboutHarm(found), ...beyondTheLedger];
}

const beyondTheLedger = [
  'Why did it go wrong? The ledger holds what was done and when, not causes.',
  'Who noticed it, and how? The ledger holds when an incident is said to have begun, not how it was found.',
  'What will keep it from happening again? Nothing in the ledger says so.',
  'Was anything changed that nobody recorded? The ledger cannot know.',
];

function aboutDeployment({ deployment, approval, tests, commits, subject }: Findings): string[] {
  if (deployment === null) {
    return [`Which change caused it? Nobody has attributed the incident ${subject.id} to a deployment.`];
  }
  const { initiator, message, changeId, disputed, status } = deployment;
  const isOver = !['pending', 'in-progress', 'abandoned'].includes(status);
  return [
    ...(initiator === null ? ['Who deployed it? No name is recorded, or it was erased.'] : []),
    ...(approval === 'nobody' ? ['Did anybody approve it? No approval is recorded.'] : []),
    ...(approval === 'unknown' ? ['Did somebody else approve it? Approvers are recorded, but no initiator.'] : []),
    ...(message === null && changeId === null
      ? ['Why was it deployed? Neither a message nor a change id says so.']
      : []),
    ...(commits.length === 0 ? ['What changed in the code? No commits are recorded.'] : []),
    ...(tests.length === 0 ? ['Was it tested? The record does not say.'] : []),
    ...(disputed ? ['Which report is right? They contradict one another; see the timeline.'] : []),
    ...(isOver ? [] : [`How did it end? The last word is ${status}.`]),
  ];
}

function aboutHarm({ deployment, incidents, rollback, recovery }: Findings): string[] {
  const harmless = deployment?.status === 'success' && recovery === null;
  return [
    ...(harmless ? ['What went wrong? Neither a failure nor a rollback, incident or remedy of it is recorded.'] : []),
    ...incidents
      .filter(({ attribution }) => attribution.by === 'derived')
      .map(({ id, attribution }) => `Did it cause ${id}? Nobody has said so; it is derived: ${attribution.reason}.`),
    ...(incidents.length === 0 && !harmless ? ['Did users notice? No incident is attributed to it.'] : []),
    ...(recovery !== null && recovery.at === null ? ['When was it over? No end is recorded.'] : []),
    ...(rollback !== null && rollback.impact.length > 0 ? [] : ['Who and what was affected? No impact is recorded.']),
  ];
}
