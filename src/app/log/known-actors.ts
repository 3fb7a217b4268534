import type { Fact } from '../../domain/facts/fact.ts';
import { decodeFact } from '../../ledger/fact-bytes.ts';
import type { Actor, LogReader, Opening } from '../../ledger/log-store.ts';
import { actorAt, sealedPaths, sealedText } from '../../ledger/sealing.ts';
import type { VerifyFailure } from '../views.ts';

/** What the facts and their openings say about the persons behind the references, to compare with the names that are kept. */
export class KnownActors {
  /** By reference, the name as canonical JSON; undefined when no opening tells it. */
  readonly #names = new Map<string, string | undefined>();
  readonly #erased = new Set<string>();

  /** Takes a fact in, with those of its openings that open it. */
  meet(fact: Fact, index: number, openings: readonly Opening[]): VerifyFailure[] {
    if (fact.type === 'actor.erased') for (const actor of fact.data.actors) this.#erased.add(actor);
    const failures: VerifyFailure[] = [];
    for (const path of sealedPaths(fact)) {
      const actor = actorAt(fact, path);
      if (actor === undefined) continue;
      const known = this.#names.get(actor);
      const name = openings.find((opening) => opening.path === path)?.value;
      if (known !== undefined && name !== undefined && known !== name) {
        failures.push({ index, where: `openings ${path}`, why: `an earlier fact gives ${actor} another name` });
      }
      this.#names.set(actor, known ?? name);
    }
    return failures;
  }

  /** Compares the names that are kept with those that the facts up to `size` gave, and those that were recorded meanwhile. */
  async compare(log: LogReader, size: number): Promise<VerifyFailure[]> {
    const kept: Actor[] = [];
    for await (const actor of log.allActors()) kept.push(actor);
    await this.#meetFactsSince(log, size);
    const failures: VerifyFailure[] = [];
    const fail = (actor: string, why: string) => failures.push({ index: null, where: `actors ${actor}`, why });
    for (const { actor, name } of kept) {
      if (this.#erased.has(actor)) fail(actor, 'the person was erased, and is there again');
      else if (!this.#names.has(actor)) fail(actor, 'no fact speaks of such a person');
      else if (this.#names.get(actor) !== sealedText({ value: name })) fail(actor, 'the openings of facts tell another name');
    }
    const there = new Set(kept.map(({ actor }) => actor));
    for (const [actor, name] of this.#names) {
      if (name !== undefined && !there.has(actor) && !this.#erased.has(actor)) fail(actor, 'it is missing');
    }
    return failures;
  }

  async #meetFactsSince(log: LogReader, size: number): Promise<void> {
    const now = await log.head();
    for await (const { index, bytes } of log.facts(size, now.size)) {
      const fact = decodeFact(bytes);
      this.meet(fact, index, await log.openingsOf([index]));
    }
  }
}
