import type { Fact } from '../../domain/facts/fact.ts';
import type { Actor, Opening } from '../../ledger/log-store.ts';
import { actorAt } from '../../ledger/sealing.ts';
import type { VerifyFailure } from '../views.ts';

/** What the facts and their openings say about the persons behind the references, gathered in the order of the log. */
export class KnownActors {
  /** By reference, the canonical JSON of the name; undefined while every opening of it is erased. */
  readonly #names = new Map<string, string | undefined>();
  readonly #erased = new Set<string>();

  /** Takes a fact in; `openings` are those of its own that open it. */
  meet(fact: Fact, paths: readonly string[], openings: readonly Opening[]): VerifyFailure[] {
    const failures: VerifyFailure[] = [];
    for (const path of paths) {
      const actor = actorAt(fact, path);
      if (actor === undefined) continue;
      const opening = openings.find((candidate) => candidate.path === path);
      const known = this.#names.get(actor);
      if (opening !== undefined && known !== undefined && known !== opening.value) {
        failures.push({ index: opening.index, where: `openings ${path}`, why: `${actor} is somebody else elsewhere` });
      }
      this.#names.set(actor, known ?? opening?.value);
    }
    return failures;
  }

  erase(actors: readonly string[]): void {
    for (const actor of actors) this.#erased.add(actor);
  }

  /** Compares the names that are kept with the openings of the facts. */
  async compare(kept: AsyncIterable<Actor>): Promise<VerifyFailure[]> {
    const failures: VerifyFailure[] = [];
    const missing = new Set([...this.#names.keys()].filter((actor) => this.#isNamed(actor)));
    for await (const { actor, name } of kept) {
      missing.delete(actor);
      const why = this.#whyWrong(actor, name);
      if (why !== undefined) failures.push({ index: null, where: `actors ${actor}`, why });
    }
    return [
      ...failures,
      ...[...missing].map((actor) => ({ index: null, where: `actors ${actor}`, why: 'it is missing' })),
    ];
  }

  #isNamed(actor: string): boolean {
    return this.#names.get(actor) !== undefined && !this.#erased.has(actor);
  }

  #whyWrong(actor: string, name: string): string | undefined {
    if (this.#erased.has(actor)) return 'the person was erased, and is there again';
    if (!this.#names.has(actor)) return 'no fact speaks of such a person';
    return this.#names.get(actor) === JSON.stringify(name) ? undefined : 'the openings of the facts name somebody else';
  }
}
