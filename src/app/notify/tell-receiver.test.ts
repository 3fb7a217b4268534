import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ReferencePositions } from '../../../test/contract/reference-positions.ts';
import type { PublishedFact } from '../publish/published-fact.ts';
import type { Post } from './attempt.ts';
import { cloudEventOf } from './cloud-event.ts';
import type { TellPorts } from './outbox.ts';
import { type Receiver, wants } from './receiver.ts';
import { mostAttempts } from './retry-delay.ts';
import { tellDeadLetters } from './tell-dead-letters.ts';
import { type Ledgerside, tellReceiver } from './tell-receiver.ts';

const receiver: Receiver = {
  name: 'team',
  url: 'https://hooks.example/',
  secret: 'secret',
  format: 'cloudevents',
  opened: false,
  types: undefined,
  services: undefined,
  environments: undefined,
};

function factAt(index: number, fields: Partial<PublishedFact> = {}): PublishedFact {
  const [at, place] = ['2026-01-01T00:00:00Z', { service: 'api', environment: 'production' }];
  return {
    index,
    leafHash: '',
    type: 'deployment.recorded',
    occurredAt: at,
    recordedAt: at,
    source: 'test',
    data: {},
    ...place,
    ...fields,
  };
}

const answerWith = (status: number) => ({ status, retryAfterMs: null });

/** What happens to one request: it is refused, cut off on the way there or back, or taken. */
type Fate = 'taken' | 'refused' | 'lost' | 'taken but not told' | 'killed';

/** A ledger of so many facts, and a receiver to whom these things happen one after the other, and nothing but good after that. */
class World {
  readonly positions = new ReferencePositions();
  readonly received: number[] = [];
  readonly waits: number[] = [];
  readonly facts: PublishedFact[];
  fates: Fate[];
  stop = new AbortController();
  failsToWrite = false;

  constructor(size: number, fates: readonly Fate[] = []) {
    this.facts = Array.from({ length: size }, (_, index) => factAt(index));
    this.fates = [...fates];
  }

  get ledger(): Ledgerside {
    return {
      positions: this.positions,
      clock: () => 1000,
      size: async () => 0,
      follow: (index, signal) => this.#follow(index, signal),
      eventFor: async (to, fact) => (wants(to, fact) ? cloudEventOf(fact, 'ledger', undefined) : undefined),
    };
  }

  get ports(): TellPorts {
    return {
      post: this.#post,
      wait: async (ms) => void this.waits.push(ms),
      chance: () => 0,
      failed: () => undefined,
    };
  }

  /** Starts the server again and again, until the receiver was told everything. */
  async run(to = receiver): Promise<void> {
    do {
      this.stop = new AbortController();
      await tellReceiver(to, this.ledger, this.ports, this.stop.signal);
    } while ((await this.positions.begin(to.name, 0)) < this.facts.length);
  }

  readonly #post: Post = async (_url, _headers, body) => {
    const { id } = JSON.parse(Buffer.from(body).toString());
    const fate = this.fates.shift() ?? 'taken';
    if (fate === 'killed') this.stop.abort();
    if (fate === 'killed' || fate === 'lost') throw new Error('cut off');
    if (fate === 'refused') return answerWith(500);
    this.received.push(Number(id));
    if (fate === 'taken but not told') throw new Error('cut off');
    return answerWith(204);
  };

  async *#follow(index: number, signal: AbortSignal): AsyncGenerator<readonly PublishedFact[]> {
    for (let next = index; next < this.facts.length && !signal.aborted; next += 3)
      yield this.facts.slice(next, next + 3);
    this.stop.abort();
  }
}

describe('a receiver', () => {
  it('is told every fact at least once and in order, whatever fails', () =>
    fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 20 }),
        // Fewer than there are attempts, so that nothing becomes a dead letter.
        fc.array(fc.constantFrom<Fate>('taken', 'refused', 'lost', 'taken but not told', 'killed'), { maxLength: 19 }),
        async (size, fates) => {
          const world = new World(size, fates);
          await world.run();
          const first = world.received.filter((index, i) => world.received.indexOf(index) === i);
          expect(first).toEqual(Array.from({ length: size }, (_, index) => index));
          expect(world.received).toEqual(world.received.toSorted((a, b) => a - b));
          expect(await world.positions.deadLetters({})).toEqual([]);
        },
      ),
    ));

  it('is told of the rest when it does not take one fact, which is kept', async () => {
    const world = new World(3, ['taken', ...Array.from({ length: mostAttempts }, (): Fate => 'refused')]);
    await world.run();
    expect(world.received).toEqual([0, 2]);
    const letter = { receiver: 'team', index: 1, attempts: mostAttempts, error: 'it answered 500', failedMs: 1000 };
    expect(await world.positions.deadLetters({})).toMatchObject([letter]);
    expect(world.waits.slice(0, 4)).toEqual([1000, 2000, 4000, 8000]);
    const hours = world.waits.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
    expect(hours).toBeGreaterThan(8);
  });

  it('is sent a dead letter once more when somebody asks for it, until it takes it', async () => {
    const world = new World(
      1,
      Array.from({ length: mostAttempts + 1 }, (): Fate => 'refused'),
    );
    await world.run();
    const [{ id } = { id: '' }] = await world.positions.deadLetters({});
    for (const attempts of [mostAttempts + 1, undefined]) {
      await world.positions.sendAgain(id);
      world.stop = new AbortController();
      const stopAfter = { ...world.ports, wait: async () => world.stop.abort() };
      const { signal } = world.stop;
      const follow: Ledgerside['follow'] = async function* (index) {
        yield world.facts.slice(index);
      };
      await tellDeadLetters([receiver], { ...world.ledger, follow }, stopAfter, signal);
      const left = await world.positions.deadLetters({});
      expect(left.map((one) => one.attempts)).toEqual(attempts === undefined ? [] : [attempts]);
    }
    expect(world.received).toEqual([0]);
  });

  it('is told only what it asked for, and stands behind the rest all the same', async () => {
    const world = new World(0);
    world.facts.push(
      factAt(0, { type: 'deployment.finished' }),
      factAt(1, { type: 'rollback.recorded' }),
      factAt(2, { service: 'web' }),
      factAt(3, { environment: null }),
    );
    await world.run({ ...receiver, types: ['deployment.*'], services: ['api'], environments: ['production'] });
    expect(world.received).toEqual([0]);
    expect(await world.positions.begin('team', 0)).toBe(4);
  });

  it('that wants no more of something is asked once', async () => {
    const world = new World(1);
    const post: Post = async () => answerWith(410);
    await tellReceiver(receiver, world.ledger, { ...world.ports, post }, world.stop.signal);
    expect(await world.positions.deadLetters({})).toMatchObject([{ attempts: 1, error: 'it answered 410' }]);
  });
});
