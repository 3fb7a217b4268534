import type { Sealed, SealedPerson, Secret } from '../facts/envelope.ts';

/** Gathers the secrets of a fact while it is being written, and leaves an empty place for each commitment. */
export class Secrets {
  readonly list: Secret[] = [];

  /** A place for free text or any other value that must stay erasable; undefined when there is none. */
  text(path: string, value: unknown): Sealed | undefined {
    if (value === undefined) return undefined;
    this.list.push({ path, value, person: false });
    return { sealed: '' };
  }

  /** A place for a person's name. */
  person(path: string, name: string): SealedPerson;
  person(path: string, name: string | undefined): SealedPerson | undefined;
  person(path: string, name: string | undefined): SealedPerson | undefined {
    if (name === undefined) return undefined;
    this.list.push({ path, value: name, person: true });
    return { actor: '', sealed: '' };
  }
}
