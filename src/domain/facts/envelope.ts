import type { Instant } from '../instant.ts';

/** What every fact says of itself. Facts are written with their keys in order, so these types list theirs in order too. */
export interface Envelope {
  /** When it happened, as claimed. */
  readonly occurredAt: Instant;
  /** When the ledger learnt it; never before the fact in front of it in the log. */
  readonly recordedAt: Instant;
  /** Through what it came in, such as `cli`, `git` or `csv`. */
  readonly source: string;
  readonly v: 1;
}

/** What a fact keeps of a value that must stay erasable: SHA-256(salt ‖ path ‖ 0x00 ‖ JCS(value)), in base64url. */
export interface Sealed {
  readonly sealed: string;
}

/** A sealed person: `actor` is an opaque random reference, the same for the same person in all facts of a ledger. */
export interface SealedPerson extends Sealed {
  readonly actor: string;
}

/** A value that goes into the side table of openings, and the place in the fact where its commitment stands. */
export interface Secret {
  /** RFC 6901 pointer, such as `/data/initiator`. */
  readonly path: string;
  readonly value: unknown;
  /** Whether the value is a person's name, which gets an actor reference too. */
  readonly person: boolean;
}
