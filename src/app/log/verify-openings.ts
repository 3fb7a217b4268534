import { type Fact, subjectOf } from '../../domain/facts/fact.ts';
import { instantMs } from '../../domain/instant.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { Head, LogReader, Opening, StoredFact } from '../../ledger/log-store.ts';
import { opens, sealedPaths } from '../../ledger/sealing.ts';
import type { VerifyFailure } from '../views.ts';
import { KnownActors } from './known-actors.ts';

/** Facts whose openings are read at once. */
const stride = 1024;

/**
 * Checks what is kept beside the facts of a log that is whole: that each sealed value can be opened unless it was erased by right, that
 * no opening is forged or stray, that the names of persons are those of the openings, and that the columns by which facts are found say
 * what the facts say. Others may be recording and erasing meanwhile.
 */
export async function verifyOpenings(log: LogReader, head: Head): Promise<VerifyFailure[]> {
  const verification = new OpeningsVerification(log, await erasedOpenings(log));
  await verification.readFacts(head);
  return verification.finish(head);
}

class OpeningsVerification {
  readonly #log: LogReader;
  readonly #erasedBefore: ReadonlySet<string>;
  readonly #failures: VerifyFailure[] = [];
  readonly #missing: { readonly index: number; readonly path: string }[] = [];
  readonly #actors = new KnownActors();
  #recordedMs = 0;

  constructor(log: LogReader, erasedBefore: ReadonlySet<string>) {
    this.#log = log;
    this.#erasedBefore = erasedBefore;
  }

  async readFacts(head: Head): Promise<void> {
    for (let from = 0; from < head.size; from += stride) {
      const to = Math.min(from + stride, head.size);
      const openings = await byIndex(this.#log, from, to);
      for await (const stored of this.#log.facts(from, to)) {
        const fact = decodeFact(stored.bytes);
        this.#failures.push(...compareColumns(stored, fact, this.#recordedMs));
        this.#recordedMs = stored.recordedMs;
        this.#compareOpenings(stored.index, fact, openings.get(stored.index) ?? []);
      }
    }
  }

  async finish(head: Head): Promise<VerifyFailure[]> {
    const failures = this.#failures;
    if (head.recordedMs !== this.#recordedMs) {
      const why = `it says that the last fact was recorded at ${head.recordedMs}; that was ${this.#recordedMs}`;
      failures.push({ index: null, where: 'head', why });
    }
    const erasedByNow = await erasedOpenings(this.#log);
    for (const { index, path } of this.#missing) {
      if (erasedByNow.has(`${index}${path}`)) continue;
      failures.push({ index, where: `openings ${path}`, why: 'it is missing, and no fact says that it was erased' });
    }
    return [...failures, ...(await this.#actors.compare(this.#log, head.size))];
  }

  #compareOpenings(index: number, fact: Fact, openings: readonly Opening[]): void {
    const paths = sealedPaths(fact);
    const fail = (path: string, why: string) => this.#failures.push({ index, where: `openings ${path}`, why });
    const good = openings.filter((opening) => paths.includes(opening.path) && opens(fact, opening));
    for (const opening of openings) {
      if (!good.includes(opening)) fail(opening.path, 'it does not open what the fact has sealed');
      if (this.#erasedBefore.has(`${index}${opening.path}`)) fail(opening.path, 'it was erased, and is there again');
    }
    const there = new Set(openings.map(({ path }) => path));
    this.#missing.push(...paths.filter((path) => !there.has(path)).map((path) => ({ index, path })));
    this.#failures.push(...this.#actors.meet(fact, index, good));
  }
}

/** The openings that are gone by right, each by its index and path. */
export async function erasedOpenings(log: LogReader): Promise<Set<string>> {
  const erased = new Set<string>();
  for (const { bytes } of await log.factsOf(['actors'])) {
    const fact = decodeFact(bytes);
    if (fact.type !== 'actor.erased') continue;
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
  const { index } = stored;
  const failures: VerifyFailure[] = [];
  const differs = (column: string, kept: unknown, said: unknown) => {
    if (kept === said) return;
    failures.push({ index, where: `facts.${column}`, why: `it is kept as ${kept}; the fact says ${said}` });
  };
  differs('type', stored.type, fact.type);
  differs('subject', stored.subject, subjectOf(fact));
  differs('recordedAt', stored.recordedMs, instantMs(fact.recordedAt));
  if (stored.recordedMs < previousMs) {
    failures.push({ index, where: 'facts', why: 'it was recorded before the fact in front of it' });
  }
  return failures;
}
