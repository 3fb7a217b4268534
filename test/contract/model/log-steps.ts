import fc from 'fast-check';
import type { LogBatch } from '../../../src/ledger/log-store.ts';
import { batchOf, bytes, storedFact } from '../samples.ts';
import { moment, word } from './words.ts';

/** Makes the next batch of a log that is `size` facts long and whose last fact was recorded at `lastMs`. */
export type LogStep = (size: number, lastMs: number) => LogBatch;

interface DrawnFact {
  readonly subject: string;
  readonly later: number;
  readonly paths: readonly string[];
  readonly actor: string | null;
}

const fact: fc.Arbitrary<DrawnFact> = fc.record({
  subject: word,
  later: fc.nat({ max: 3 }),
  paths: fc.uniqueArray(fc.constantFrom('', '/a', '/é', '/🚀', '/\ufffd'), { maxLength: 3 }),
  actor: fc.option(word),
});

export const logStep: fc.Arbitrary<LogStep> = fc.array(fact, { maxLength: 4 }).map((drawn) => (size, lastMs) => {
  let recordedMs = lastMs;
  const facts = drawn.map(({ subject, later }, place) => {
    recordedMs += later;
    return storedFact(size + place, { subject, recordedMs });
  });
  const openings = drawn.flatMap(({ paths, subject }, place) =>
    paths.map((path) => ({ index: size + place, path, salt: bytes(32, place), value: JSON.stringify(subject) })),
  );
  const actors = drawn.flatMap(({ actor }, place) =>
    actor === null ? [] : [{ actor: `actor-${size + place}`, name: actor }],
  );
  const head = { size: size + facts.length, range: bytes(32, size), recordedMs };
  return batchOf(facts, { openings, actors, head });
});

/** What is erased: openings at some places, and the actors of some facts. */
export const erasure = fc.record({
  openings: fc.array(fc.record({ index: moment, path: fc.constantFrom('', '/a', '/é') }), { maxLength: 3 }),
  actors: fc.array(
    moment.map((index) => `actor-${index}`),
    { maxLength: 2 },
  ),
});
