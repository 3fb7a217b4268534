import type { PostMortem } from '../../../app/reports/post-mortem/post-mortem-view.ts';
import type { DeploymentView } from '../../../app/views.ts';
import type { Column } from '../../../renderers/column.ts';
import {
  type Block,
  type Document,
  fields,
  heading,
  items,
  table,
  text,
  verbatim,
} from '../../../renderers/reports/document.ts';
import { formatDuration } from '../../../renderers/times/format-span.ts';
import { eventColumns } from './event-columns.ts';
import { aboutChange, aboutHarm, replacedVersion, whatHappened } from './post-mortem-words.ts';

/** Puts a post-mortem into words. */
export function postMortemDocument(report: PostMortem): Document {
  const { subject, questions } = report;
  return {
    title: `Post-mortem of ${subject.id}`,
    blocks: [
      text(whatHappened(report)),
      heading('What is known'),
      fields([...aboutChange(report), ...aboutHarm(report)]),
      heading('Timeline'),
      text(
        'By the time at which it happened. “Learnt” is how much later the ledger was told; “fact” is the index in the log.',
      ),
      table(eventColumns, report.timeline),
      ...changed(report),
      ...around(report),
      heading('What the ledger cannot answer'),
      items(questions),
      ...proof(report),
    ],
  };
}

function changed(report: PostMortem): Block[] {
  const { deployment, commits } = report;
  if (deployment === null || commits.length === 0) return [];
  const columns: Column<PostMortem['commits'][number]>[] = [
    { name: 'commit', value: ({ sha }) => sha },
    { name: 'committedAt', value: ({ committedAt }) => committedAt },
  ];
  return [heading('What changed'), text(changeSentence(report, deployment.version)), table(columns, commits)];
}

function changeSentence(report: PostMortem, version: string): string {
  const [replaced, { length }] = [replacedVersion(report), report.commits];
  const from = replaced === null ? 'No earlier version is recorded.' : `It replaced ${replaced}.`;
  return `${version} was the first to ship ${length} ${length === 1 ? 'commit' : 'commits'}. ${from}`;
}

function around({ around: { from, to, deployments, running }, environment, remedies }: PostMortem): Block[] {
  const remedied = remedies.length === 0 ? [] : [text('Deployed as a remedy:'), table(deploymentColumns, remedies)];
  const others =
    deployments.length === 0
      ? [text(`Nothing else is recorded as deployed to ${environment} from ${from} to ${to}.`)]
      : [text(`Also deployed to ${environment} from ${from} to ${to}:`), table(deploymentColumns, deployments)];
  const ran =
    running.length === 0
      ? [text('What ran of the service and of those connected with it when it began is not recorded.')]
      : [
          text('What ran when it began, of the service and of those connected with it:'),
          table(runningColumns, running),
        ];
  return [heading('What else went on'), ...remedied, ...others, ...ran];
}

const deploymentColumns: readonly Column<DeploymentView>[] = [
  { name: 'finishedAt', value: ({ finishedAt, startedAt }) => finishedAt ?? startedAt },
  { name: 'service', value: ({ service }) => service },
  { name: 'version', value: ({ version }) => version },
  { name: 'region', value: ({ region }) => region },
  { name: 'status', value: ({ status }) => status },
  { name: 'duration', value: ({ durationMs }) => (durationMs === null ? null : formatDuration(durationMs / 1000)) },
  { name: 'initiator', value: ({ initiator }) => initiator },
  { name: 'id', value: ({ id }) => id },
];

const runningColumns: readonly Column<PostMortem['around']['running'][number]>[] = [
  { name: 'service', value: ({ service }) => service },
  { name: 'region', value: ({ region }) => region },
  { name: 'version', value: ({ version }) => version },
  { name: 'since', value: ({ since }) => since },
  { name: 'deployment', value: ({ deployment }) => deployment },
];

function proof({ ledger, size, checkpoint, timeline }: PostMortem): Block[] {
  const columns: Column<PostMortem['timeline'][number]>[] = [
    { name: 'fact', value: ({ index }) => index, align: 'right' },
    { name: 'type', value: ({ type }) => type },
    { name: 'leafHash', value: ({ leafHash }) => leafHash },
  ];
  const facts = [...new Map(timeline.map((event) => [event.index, event])).values()].sort((a, b) => a.index - b.index);
  const signed =
    checkpoint === null
      ? [text('No checkpoint is signed yet.')]
      : [text(`The latest checkpoint covers ${checkpoint.size} of them:`), verbatim(checkpoint.note)];
  return [
    heading('Proof'),
    text(`From the ledger ${ledger} of ${size} facts. Prove any of them with: deploy-ledger prove INDEX`),
    ...signed,
    table(columns, facts),
  ];
}
