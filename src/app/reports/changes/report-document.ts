import { hex } from '../../../ledger/hashing.ts';
import type { Column } from '../../../renderers/column.ts';
import {
  type Block,
  type Document,
  fields,
  heading,
  items,
  subheading,
  table,
  text,
  verbatim,
} from '../../../renderers/reports/document.ts';
import { notRecorded } from './change-columns.ts';
import { type Standing, standings } from './place-facts.ts';
import type { ReportContents, SampledChange } from './report-contents.ts';
import type { Survey } from './survey.ts';
import { notProved, proved } from './what-is-proved.ts';

/** Puts a change report into words. */
export function reportDocument(contents: ReportContents): Document {
  const { scope, checkpoint, note, survey } = contents;
  return {
    title: `Changes from ${scope.from} to ${scope.to}`,
    blocks: [
      fields([
        ['Ledger', checkpoint.origin],
        ['Service', scope.service ?? 'all'],
        ['Environment', scope.environment ?? 'all'],
        ['Changes in the population', String(survey.population)],
        ['Facts in the log', checkpoint.size === 0 ? '0' : `${checkpoint.size}, indexes 0 to ${checkpoint.size - 1}`],
        ['First fact recorded', survey.recorded?.first ?? null],
        ['Last fact recorded', survey.recorded?.last ?? null],
        ['Root of the log', hex(checkpoint.root)],
      ]),
      text('The checkpoint at which it was taken, signed by the ledger:'),
      verbatim(note),
      ...population(survey),
      ...accounting(survey, checkpoint.size),
      ...sample(contents),
      heading('What this proves'),
      text('To whoever has the verifier key from elsewhere than this file:'),
      items(proved),
      heading('What this does not prove'),
      items(notProved(scope, survey)),
    ],
  };
}

function population({ population: count, kinds, statuses, approvals }: Survey): Block[] {
  if (count === 0) {
    return [
      heading('Population'),
      text(
        'No change of this period is recorded. Every fact of the log is accounted for below, and none of them speaks of one.',
      ),
    ];
  }
  return [
    heading('Population'),
    text(
      'Every change is a row of population.csv, numbered without gaps in the order in which the ledger learnt of them. A deployment in ' +
        'parts, such as regions, and each of its parts are rows of their own; a part names the whole in relatesTo.',
    ),
    table(countColumns('kind'), [...kinds]),
    text('Deployments by status:'),
    table(countColumns('status'), [...statuses]),
    text(
      'Deployments by who approved them; “another” is somebody other than the initiator, “with-parent” a part of another deployment:',
    ),
    table(countColumns('approval'), [...approvals]),
  ];
}

function countColumns(name: string): Column<readonly [string, number]>[] {
  return [
    { name, value: ([value]) => value },
    { name: 'count', value: ([, count]) => count, align: 'right' },
  ];
}

interface TypeRow {
  readonly type: string;
  readonly total: number;
  readonly counts: ReadonlyMap<Standing, number>;
}

function accounting({ facts }: Survey, size: number): Block[] {
  const rows = [...facts].map(([type, counts]): TypeRow => ({ type, counts, total: sum(counts.values()) }));
  const all = new Map(standings.map((name) => [name, sum(rows.map(({ counts }) => counts.get(name) ?? 0))]));
  const columns: Column<TypeRow>[] = [
    { name: 'type', value: ({ type }) => type },
    ...standings.map(
      (name): Column<TypeRow> => ({ name, value: ({ counts }) => counts.get(name) ?? 0, align: 'right' }),
    ),
    { name: 'total', value: ({ total }) => total, align: 'right' },
  ];
  return [
    heading('Every index of the log'),
    text(
      `Each of the ${size} facts is one row of every-fact.csv, with the reason why it is in the population or is not.`,
    ),
    table(columns, [...rows, { type: 'all', counts: all, total: sum(all.values()) }]),
  ];
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}

function sample({ scope, sample: changes, survey }: ReportContents): Block[] {
  const how =
    `${changes.length} of ${survey.population} changes, drawn by the seed “${scope.seed}”: those whose SHA-256 of the seed, a blank and the ` +
    'key is smallest. README.md says how to draw them again.';
  return [heading('Sample'), text(how), ...changes.flatMap(changeBlocks)];
}

function changeBlocks(change: SampledChange): Block[] {
  const isDeployment = change.approval !== null;
  const approvers = change.approvedBy.join(', ') || notRecorded;
  return [
    subheading(`${change.number}. ${change.what}`),
    fields([
      ['Key', change.key],
      ['Who', change.who ?? notRecorded],
      ['When', change.startedAt === null ? change.at : `${change.startedAt} to ${change.at}`],
      ['Learnt', change.recordedAt],
      ['Why', change.why ?? notRecorded],
      ['Change', change.changeId],
      ['Status', change.status],
      ['Replaced', isDeployment ? (change.fromVersion ?? notRecorded) : null],
      ['Approved by', isDeployment ? `${approvers} (${change.approval})` : null],
      ['Tested', isDeployment ? change.tested.join(', ') || notRecorded : null],
      ['Rolled back', isDeployment ? rolledBack(change) : null],
      ['Incidents', change.incidents.join(', ') || null],
      ['Relates to', change.relatesTo],
      ['Reports', change.disputed === true ? 'contradict one another' : null],
      ['Corrections', change.corrections ? String(change.corrections) : null],
      ['Facts', change.facts.map((index) => `proofs/${index}.json`).join(', ')],
      ['Leaf hash', change.leafHash],
    ]),
  ];
}

function rolledBack({ rolledBackAt, rolledBackBy }: SampledChange): string {
  return rolledBackAt === null ? 'no' : `at ${rolledBackAt} by ${rolledBackBy}`;
}
