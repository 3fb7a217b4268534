import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import type { MetricEvidence } from '../../src/analysis/metrics/build-frame.ts';
import { flag } from '../../src/analysis/metrics/columns/columns.ts';
import { PlaceFinder } from '../../src/analysis/metrics/columns/find-place.ts';
import { statuses } from '../../src/domain/vocabulary.ts';
import type { DuckDb } from './connect-duckdb.ts';

/**
 * Fills DuckDB's own table with the very same deployments, in the shape that suits it best: one row each with its one commit, times as
 * whole milliseconds, names as enumerations, and whether it failed and when it recovered worked out beforehand.
 */
export async function fillTable(duckDb: DuckDb, evidence: MetricEvidence, file: string): Promise<void> {
  writeCsv(evidence, file);
  const services = evidence.columns.lanes.map(({ service }) => `'${service}'`);
  await duckDb.run(`CREATE TYPE service AS ENUM (${services.join(', ')})`);
  await duckDb.run(`CREATE TYPE status AS ENUM (${statuses.map((status) => `'${status}'`).join(', ')})`);
  await duckDb.run(`CREATE TABLE deployments AS SELECT * FROM read_csv('${file}', header = false, columns = {
    service: 'service', at_ms: 'BIGINT', status: 'status', has_previous: 'BOOLEAN', committed_ms: 'BIGINT',
    failed: 'BOOLEAN', recovered_ms: 'BIGINT'})`);
  rmSync(file);
}

function writeCsv(evidence: MetricEvidence, file: string): void {
  const handle = openSync(file, 'w');
  let lines = '';
  for (const line of csvLines(evidence)) {
    lines += line;
    if (lines.length < 1_000_000) continue;
    writeSync(handle, lines);
    lines = '';
  }
  writeSync(handle, lines);
  closeSync(handle);
}

function* csvLines({ columns, failures }: MetricEvidence): Generator<string> {
  const { lanes, atMs, state, states, commitFrom, committedMs, rolledBack, rolledBackMs } = columns;
  const finder = new PlaceFinder(columns);
  const recovered = new Map<number | undefined, number | null>(
    Array.from(rolledBack, (place, i) => [place, rolledBackMs[i] ?? null]),
  );
  for (const { deployment, recoveredMs } of failures) recovered.set(finder.place(deployment), recoveredMs);
  for (const { service, from, to } of lanes) {
    for (let place = from; place < to; place++) {
      const { status = 0, flags = 0 } = states[state[place] ?? 0] ?? {};
      const commit = commitFrom[place] ?? 0;
      const committed = commit === commitFrom[place + 1] ? '' : committedMs[commit];
      const hasPrevious = (flags & flag.hasPrevious) !== 0;
      const harm = `${recovered.has(place)},${recovered.get(place) ?? ''}`;
      yield `${service},${atMs[place]},${statuses[status]},${hasPrevious},${committed},${harm}\n`;
    }
  }
}
