import fc from 'fast-check';
import type { RowChange } from '../../../src/projections/read-store.ts';
import type { LaneChange, TableName, Tables } from '../../../src/projections/rows.ts';
import { type TableSpec, tables } from '../../../src/projections/tables.ts';
import type { ReferenceState } from '../reference-state.ts';
import { runningRow } from '../samples.ts';
import { rowContents } from './row-contents.ts';
import { environment, moment, region, service, word } from './words.ts';

/** One fact's effect on the read models: the changes that it makes of the rows that there are, as fact `index`. */
export type RowStep = (rows: ReferenceState['rows'], index: number) => RowChange[];

/** A new version of a row, in the place of the one of its key that holds. */
function replacing<Name extends Exclude<TableName, 'running'>>(table: Name): fc.Arbitrary<RowStep> {
  const contents: fc.Arbitrary<Tables[Name]> = rowContents[table];
  const { key }: TableSpec<Tables[Name]> = tables[table];
  return contents.map((content) => (rows, index) => {
    const before: readonly Tables[Name][] = rows[table];
    const current = before.filter((row) => row.knownTo === null && key.every((field) => row[field] === content[field]));
    return [
      ...current.map((closed) => ({ table, closed, knownTo: index })),
      { table, opened: { ...content, knownFrom: index } },
    ] as RowChange[];
  });
}

/** Another history of one lane: what changed at which moments. */
const retelling: fc.Arbitrary<RowStep> = fc
  .record({
    lane: fc.record({ service, environment, region }),
    moments: fc.uniqueArray(moment, { maxLength: 7 }),
    versions: fc.infiniteStream(word),
  })
  .map(({ lane, moments, versions }) => (rows, index) => {
    const told = moments.map((sinceMs) => change(lane, sinceMs, versions.next().value));
    const current = rows.running.filter((row) => row.knownTo === null && isIn(lane, row));
    const same = (a: LaneChange, b: LaneChange) => a.sinceMs === b.sinceMs && a.version === b.version;
    return [
      ...current
        .filter((row) => !told.some((change) => same(change, row)))
        .map((closed): RowChange => ({ table: 'running', closed, knownTo: index })),
      ...told
        .filter((change) => !current.some((row) => same(change, row)))
        .map((opened): RowChange => ({ table: 'running', opened: { ...opened, knownFrom: index } })),
    ];
  });

type Lane = Pick<LaneChange, 'service' | 'environment' | 'region'>;

/** Another version, or here and there none any more. */
function change(lane: Lane, sinceMs: number, word: string): LaneChange {
  return runningRow({ ...lane, sinceMs, ...(word === 'B' ? { version: null, deployment: null } : { version: word }) });
}

function isIn(lane: Lane, row: Lane): boolean {
  return row.service === lane.service && row.environment === lane.environment && row.region === lane.region;
}

export const rowStep: fc.Arbitrary<RowStep> = fc.oneof(
  replacing('deployments'),
  replacing('deployments'),
  retelling,
  replacing('rollbacks'),
  replacing('removals'),
  replacing('incidents'),
  replacing('services'),
  replacing('environments'),
);
