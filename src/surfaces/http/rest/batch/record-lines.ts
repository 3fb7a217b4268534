import type { Ledger } from '../../../../app/ledger.ts';
import { LedgerError } from '../../../../domain/errors.ts';
import { type Problem, problemOf } from '../../problem/problem.ts';
import { readJson } from '../../read-json.ts';
import { mostBodyBytes } from '../../read-request.ts';
import { type Line, readLines } from './read-lines.ts';

/** What became of a line. */
export type LineResult =
  | { readonly line: number; readonly id: string; readonly index: number; readonly duplicate: boolean }
  | ({ readonly line: number } & Problem);

interface BatchRequest {
  readonly ledger: Ledger;
  readonly requestId: string;
  /** Key of the whole batch; lines without a key of their own get it with their number. */
  readonly key: string | undefined;
  /** Told of what is no fault of the one who sent it. */
  failed(error: unknown): void;
}

/** Lines under way at a time: enough for one commit to be filled while another is written. */
const mostUnderWay = 512;

/**
 * Records line after line, in their order, and says of each what became of it as soon as that is known. Lines that are under way at the
 * same time are committed together; no more are read while their results are not taken.
 */
export async function* recordLines(
  chunks: AsyncIterable<Uint8Array>,
  request: BatchRequest,
): AsyncGenerator<LineResult> {
  const lines = readLines(chunks, mostBodyBytes);
  const underWay: Promise<LineResult>[] = [];
  let reading: Promise<IteratorResult<Line>> | undefined = lines.next();
  try {
    while (reading !== undefined || underWay.length > 0) {
      const [oldest] = underWay;
      const isFull = underWay.length >= mostUnderWay;
      const ready = await firstOf(isFull ? undefined : reading, oldest);
      if (ready === 'result' && oldest !== undefined) {
        underWay.shift();
        yield await oldest;
        continue;
      }
      const next: IteratorResult<Line> | undefined = await reading;
      reading = next === undefined || next.done ? undefined : lines.next();
      if (next !== undefined && !next.done && !isBlank(next.value)) underWay.push(recordLine(next.value, request));
    }
  } finally {
    await lines.return(undefined);
  }
}

/** Which is there first: another line, or the result of the oldest one. */
function firstOf(line: Promise<unknown> | undefined, result: Promise<unknown> | undefined): Promise<'line' | 'result'> {
  const both: Promise<'line' | 'result'>[] = [];
  if (line !== undefined) both.push(line.then(() => 'line'));
  if (result !== undefined) both.push(result.then(() => 'result'));
  return Promise.race(both);
}

function isBlank({ bytes }: Line): boolean {
  return bytes?.every((byte) => byte === 0x20 || byte === 0x09 || byte === 0x0d) ?? false;
}

async function recordLine(line: Line, { ledger, requestId, key, failed }: BatchRequest): Promise<LineResult> {
  try {
    // Nothing is awaited before the ledger has the record: the order of the lines is that of the log.
    const { id, index, duplicate } = await ledger.record(claimIn(line, key), { source: 'http', newEnvironments: true });
    return { line: line.number, id, index, duplicate };
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code === 'internal') failed(error);
    return { line: line.number, ...problemOf(error, requestId) };
  }
}

function claimIn({ number, bytes }: Line, key: string | undefined): unknown {
  if (bytes === undefined) throw new LedgerError('invalid', `the line is longer than ${mostBodyBytes} bytes`);
  const claim = readJson(bytes);
  if (typeof claim !== 'object' || claim === null || Array.isArray(claim)) {
    throw new LedgerError('invalid', 'a record is a JSON object');
  }
  const hasKey = 'idempotencyKey' in claim && claim.idempotencyKey !== null;
  return key === undefined || hasKey ? claim : { ...claim, idempotencyKey: `${key}#${number}` };
}
