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

  /**
   * Compares the names that are kept with those that the facts up to `size` give. Who was recorded meanwhile is looked for in the facts
   * since; who was erased meanwhile is gone at a second look.
   */
  async compare(log: LogReader, size: number): Promise<VerifyFailure[]> {
    const [named, erased] = [this.#namedActors(), new Set(this.#erased)];
    const kept: Actor[] = [];
    for await (const actor of log.allActors()) kept.push(actor);
    await this.#meetFactsSince(log, size);
    const wrong = kept.flatMap(({ actor, name }) => {
      const why = erased.has(actor) ? 'the person was erased, and is there again' : this.#whyWrong(actor, name);
      return why === undefined ? [] : [{ actor, why }];
    });
    const still = new Set((await log.actors(wrong.map(({ actor }) => actor))).map(({ actor }) => actor));
    const there = new Set(kept.map(({ actor }) => actor));
    const missing = named.filter((actor) => !there.has(actor) && !this.#erased.has(actor));
    return [
      ...wrong.filter(({ actor }) => still.has(actor)).map(({ actor, why }) => failure(actor, why)),
      ...missing.map((actor) => failure(actor, 'it is missing')),
    ];
  }

  /** The references whose name is known. */
  #namedActors(): string[] {
    return [...this.#names].filter(([, name]) => name !== undefined).map(([actor]) => actor);
  }

  async #meetFactsSince(log: LogReader, size: number): Promise<void> {
    const now = await log.head();
    for await (const { index, bytes } of log.facts(size, now.size)) {
      this.meet(decodeFact(bytes), index, await log.openingsOf([index]));
    }
  }

  #whyWrong(actor: string, name: string): string | undefined {
    if (!this.#names.has(actor)) return 'no fact speaks of such a person';
    return this.#names.get(actor) === sealedText({ value: name })
      ? undefined
      : 'the openings of facts tell another name';
  }
}

function failure(actor: string, why: string): VerifyFailure {
  return { index: null, where: `actors ${actor}`, why };
}
