import type { PostMortem } from '../../../app/reports/post-mortem/post-mortem-view.ts';
import type { IncidentView, RollbackView } from '../../../app/views.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';

type Said = readonly [name: string, value: string | null];

const approvals = {
  another: 'by somebody other than the initiator',
  'only-initiator': 'by nobody but the initiator',
  nobody: 'not recorded',
  'with-parent': 'with the deployment that it is a part of, if at all',
  unknown: 'whether by somebody other than the initiator is not recorded',
} as const;

const ends = {
  rollback: 'by a rollback',
  incident: 'when the incident was over',
  remedy: 'by a later deployment',
} as const;

/** The gist, in a sentence or two. */
export function whatHappened({ deployment, incidents, service, environment, recovery, subject }: PostMortem): string {
  const [incident] = incidents;
  const change =
    deployment === null
      ? `The incident ${subject.id} of ${service} in ${environment} began at ${incident?.openedAt}.`
      : `${service} ${deployment.version} was deployed to ${environment}` +
        `${deployment.finishedAt === null ? '' : ` at ${deployment.finishedAt}`}; its status is ${deployment.status}.`;
  return `${change} ${howItEnded(recovery)}`;
}

function howItEnded(recovery: PostMortem['recovery']): string {
  if (recovery === null) return 'No harm of it is recorded.';
  if (recovery.at === null || recovery.by === null) return 'No end of it is recorded.';
  return `It was over at ${recovery.at}, ${ends[recovery.by]}.`;
}

/** Who did what, and how it was allowed. */
export function aboutChange(report: PostMortem): Said[] {
  const { deployment, approval, tests, commits, service, environment, subject } = report;
  const where: Said[] = [
    ['Service', service],
    ['Environment', environment],
  ];
  if (deployment === null || approval === null) return where;
  const approvers = deployment.approvedBy.join(', ');
  return [
    ...where,
    ['Deployment', deployment.id],
    ['Part asked about', subject.kind === 'incident' || subject.id === deployment.id ? null : subject.id],
    ['Version', deployment.version],
    ['Replaced', replacedVersion(report) ?? 'not recorded'],
    ['Commits', commits.length === 0 ? 'not recorded' : String(commits.length)],
    ['Deployed by', deployment.initiator ?? 'not recorded, or erased'],
    ['Reason', deployment.message],
    ['Change', deployment.changeId],
    ['Approved', approvers === '' ? approvals[approval] : `by ${approvers}: ${approvals[approval]}`],
    ['Tested', tests.length === 0 ? 'not recorded' : tests.join(', ')],
    ['Started', deployment.startedAt],
    ['Finished', deployment.finishedAt],
    ['Status', deployment.status],
    ['Reports', deployment.disputed ? 'they contradict one another' : 'they agree'],
  ];
}

/** The version that it replaced; of a deployment in parts only these know it. */
export function replacedVersion({ deployment, targets }: PostMortem): string | null {
  const known = [deployment, ...targets].find((part) => part !== null && part.previousVersion !== null);
  return known?.previousVersion ?? null;
}

/** What harm it did, and what ended it. */
export function aboutHarm({ rollback, incidents, recovery }: PostMortem): Said[] {
  const { at, afterMs, from } = recovery ?? { at: null, afterMs: null, from: '' };
  return [
    ...incidents.map((incident): Said => ['Incident', incidentText(incident)]),
    ['Rollback', rollback === null ? null : rollbackText(rollback)],
    ['Affected', rollback === null || rollback.impact.length === 0 ? null : rollback.impact.join(', ')],
    ['Over at', recovery === null ? null : (at ?? 'not recorded')],
    ['Recovery time', afterMs === null ? null : `${formatDuration(afterMs / 1000)} from ${from}`],
  ];
}

function incidentText({ id, severity, title, openedAt, resolvedAt, attribution }: IncidentView): string {
  const span = `from ${openedAt} ${resolvedAt === null ? 'to this day' : `to ${resolvedAt}`}`;
  const confidence = attribution.confidence === null ? '' : `, ${attribution.confidence}`;
  return `${id} (${severity})${title === null ? '' : ` ${title}`}, ${span}; attributed: ${attribution.reason}${confidence}`;
}

function rollbackText({ id, at, toVersion, reason, reasonCode, trigger, initiator }: RollbackView): string {
  const why = reason === null ? 'for a reason that was erased' : `because: ${reason}`;
  const how = [trigger, reasonCode, initiator && `by ${initiator}`].filter(Boolean).join(', ');
  return `${id} at ${at} to ${toVersion} (${how}), ${why}`;
}
