import { groupByKey } from '../../../analysis/group-by-key.ts';
import { openCheckpoint } from '../../../ledger/checkpoint.ts';
import { hex } from '../../../ledger/hashing.ts';
import { parseVerifierKey } from '../../../ledger/note-verifier.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import { renderStream } from '../../../renderers/render-rows.ts';
import { renderDocument } from '../../../renderers/reports/render-document.ts';
import { exportTiles } from '../../export/export-tiles.ts';
import { type ArchiveFile, wholeFile } from '../archive/archive-file.ts';
import { changeColumns, factColumns, sampleColumns } from './change-columns.ts';
import { describeChanges } from './describe-changes.ts';
import { openingLines } from './openings-file.ts';
import { isMemberFact, type PlacedFact, placeFacts } from './place-facts.ts';
import { proofFiles } from './proof-files.ts';
import { readme } from './readme.ts';
import type { SampledChange } from './report-contents.ts';
import { reportDocument } from './report-document.ts';
import { reportJson } from './report-json.ts';
import type { ReportScope } from './report-scope.ts';
import type { ReportedChange } from './reported-change.ts';
import { type Survey, surveyLog } from './survey.ts';

/** The signed log that a report is made from, and what it is of. */
export interface ReportSource {
  readonly store: LedgerStore;
  /** The checkpoint, signed by the log; what was recorded since is not looked at. */
  readonly note: string;
  readonly verifierKey: string;
  readonly scope: ReportScope;
}

/**
 * The files of a change report. They follow from the log, the openings of the population and the scope alone: whoever has these three
 * makes the same files, which is how a report is verified.
 * @throws LedgerError `unverified` when the log is not that of the checkpoint.
 */
export async function* reportFiles(source: ReportSource, survey: Survey): AsyncGenerator<ArchiveFile> {
  const { store, note, verifierKey, scope } = source;
  const { checkpoint } = openCheckpoint(note, [parseVerifierKey(verifierKey)]);
  const { size } = checkpoint;
  const placed = () => placeFacts(store, scope, size);
  const drawn = new Map(survey.sample.map(({ key, hash }) => [key, hash]));
  const sampled = new Map<string, SampledChange>();
  yield wholeFile('README.md', readme(scope, survey));
  yield wholeFile('verifier.key', `${verifierKey}\n`);
  yield {
    path: 'population.csv',
    content: csv(keepDrawn(describeAll(store, placed(), size), drawn, sampled), changeColumns),
  };
  yield { path: 'population.keys', content: survey.keys };
  yield { path: 'every-fact.csv', content: csv(flatten(placed()), factColumns) };
  yield { path: 'openings.jsonl', content: openingLines(store, placed()) };
  const sample = survey.sample.flatMap(({ key }) => sampled.get(key) ?? []);
  const contents = { scope, checkpoint, note, verifierKey, survey, sample };
  yield { path: 'sample.csv', content: csv(sample, sampleColumns) };
  yield { path: 'report.md', content: renderDocument(reportDocument(contents), 'markdown') };
  yield wholeFile('report.json', reportJson(contents));
  yield* proofFiles(source, sample);
  for await (const { path, content } of exportTiles(store, note, verifierKey)) {
    yield { path: `log/${path}`, content: [content], isDense: /^tile\/\d/.test(path) };
  }
}

/** Makes a first survey of the log that a report is of. */
export function surveySource({ store, note, verifierKey, scope }: ReportSource): Promise<Survey> {
  const { checkpoint } = openCheckpoint(note, [parseVerifierKey(verifierKey)]);
  return surveyLog(store, scope, checkpoint.size);
}

/** The seed of a sample for which nobody named one: nobody can choose it without changing the log. */
export function seedOf(note: string, verifierKey: string): string {
  return hex(openCheckpoint(note, [parseVerifierKey(verifierKey)]).checkpoint.root);
}

function csv<Row>(
  rows: Iterable<Row> | AsyncIterable<Row>,
  columns: Parameters<typeof renderStream<Row>>[1]['columns'],
): AsyncIterable<string> {
  return renderStream(rows, { format: 'csv', columns });
}

async function* describeAll(
  store: LedgerStore,
  blocks: AsyncIterable<readonly PlacedFact[]>,
  size: number,
): AsyncGenerator<ReportedChange> {
  const incidents = await attributedIncidents(store, size);
  let first = 1;
  for await (const block of blocks) {
    const members = block.filter(isMemberFact);
    if (members.length === 0) continue;
    yield* await describeChanges(store, members, { first, size, incidents });
    first += members.length;
  }
}

/** The incidents that persons attributed, by the deployment. */
async function attributedIncidents(
  store: LedgerStore,
  knownAt: number,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const incidents = await store.incidents({ knownAt }, { oldestFirst: true });
  const byCause = groupByKey(incidents, ({ causedBy }) => causedBy ?? '');
  return new Map([...byCause].map(([deployment, caused]) => [deployment, caused.map(({ id }) => id)]));
}

async function* keepDrawn(
  changes: AsyncIterable<ReportedChange>,
  drawn: ReadonlyMap<string, string>,
  kept: Map<string, SampledChange>,
): AsyncGenerator<ReportedChange> {
  for await (const change of changes) {
    const hash = drawn.get(change.key);
    if (hash !== undefined) kept.set(change.key, { ...change, hash });
    yield change;
  }
}

async function* flatten(blocks: AsyncIterable<readonly PlacedFact[]>): AsyncGenerator<PlacedFact> {
  for await (const block of blocks) yield* block;
}
