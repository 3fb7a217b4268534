import { type Fact, subjectOf } from '../../domain/facts/fact.ts';
import { instantMs } from '../../domain/instant.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { Head, LogReader, Opening, StoredFact } from '../../ledger/log-store.ts';
import { opens, sealedPaths } from '../../ledger/sealing.ts';
import type { VerifyFailure } from '../views.ts';

/** Facts whose openings are read at once. */
const stride = 1024;

/**
 * Checks what is kept beside the facts: that each sealed value can be opened unless it was erased by right, that no opening is
 * forged or stray, and that the columns by which facts are found say what the facts say.
 */
export async function verifyOpenings(log: LogReader, head: Head): Promise<VerifyFailure[]> {
  const erased = await erasedOpenings(log, head.size);
  const failures: VerifyFailure[] = [];
  let recordedMs = 0;
  for (let from = 0; from < head.size; from += stride) {
    const to = Math.min(from + stride, head.size);
    const openings = await byIndex(log, from, to);
    for await (const stored of log.facts(from, to)) {
      const fact = readFact(stored, failures);
      if (fact === undefined) continue;
      failures.push(...compareColumns(stored, fact, recordedMs));
      recordedMs = stored.recordedMs;
      failures.push(...compareOpenings(stored.index, fact, openings.get(stored.index) ?? [], erased));
      openings.delete(stored.index);
    }
    for (const index of openings.keys()) failures.push({ index, where: 'openings', why: 'they belong to no fact' });
  }
  if (head.recordedMs !== recordedMs) {
    const why = `it says that the last fact was recorded at ${head.recordedMs}; that was ${recordedMs}`;
    failures.push({ index: null, where: 'head', why });
  }
  return failures;
}

function readFact(stored: StoredFact, failures: VerifyFailure[]): Fact | undefined {
  try {
    return decodeFact(stored.bytes);
  } catch {
    failures.push({ index: stored.index, where: 'facts', why: 'its bytes are not JSON' });
    return undefined;
  }
}

async function erasedOpenings(log: LogReader, size: number): Promise<Set<string>> {
  const erased = new Set<string>();
  for (const stored of await log.factsOf(['actors'])) {
    const fact = stored.index < size ? decodeFact(stored.bytes) : undefined;
    if (fact?.type !== 'actor.erased') continue;
    for (const { index, path } of fact.data.openings) erased.add(`${index}${path}`);
  }
  return erased;
}

async function byIndex(log: LogReader, from: number, to: number): Promise<Map<number, Opening[]>> {
  const openings = new Map<number, Opening[]>();
  for await (const opening of log.openings(from, to)) {
    const own = openings.get(opening.index) ?? [];
    own.push(opening);
    openings.set(opening.index, own);
  }
  return openings;
}

function compareColumns(stored: StoredFact, fact: Fact, previousMs: number): VerifyFailure[] {
  const failures: VerifyFailure[] = [];
  const differs = (column: string, kept: unknown, said: unknown) => {
    if (kept === said) return;
    failures.push({
      index: stored.index,
      where: `facts.${column}`,
      why: `it is kept as ${kept}; the fact says ${said}`,
    });
  };
  differs('type', stored.type, fact.type);
  differs('subject', stored.subject, subjectOf(fact));
  differs('recordedAt', stored.recordedMs, instantMs(fact.recordedAt));
  if (stored.recordedMs < previousMs) {
    failures.push({ index: stored.index, where: 'facts', why: 'it was recorded before the fact in front of it' });
  }
  return failures;
}

function compareOpenings(
  index: number,
  fact: Fact,
  openings: readonly Opening[],
  erased: ReadonlySet<string>,
): VerifyFailure[] {
  const paths = sealedPaths(fact);
  const failures = openings
    .filter((opening) => !paths.includes(opening.path) || !opens(fact, opening))
    .map(({ path }) => ({ index, where: `openings ${path}`, why: 'it does not open what the fact has sealed' }));
  const there = new Set(openings.map(({ path }) => path));
  const missing = paths.filter((path) => !there.has(path) && !erased.has(`${index}${path}`));
  const returned = paths.filter((path) => there.has(path) && erased.has(`${index}${path}`));
  return [
    ...failures,
    ...missing.map((path) => ({
      index,
      where: `openings ${path}`,
      why: 'it is missing, and no fact says that it was erased',
    })),
    ...returned.map((path) => ({ index, where: `openings ${path}`, why: 'it was erased, and is there again' })),
  ];
}
