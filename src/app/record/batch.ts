import type { Context, Decision } from '../../domain/decide/context.ts';
import { decide } from '../../domain/decide/decide.ts';
import { LedgerError } from '../../domain/errors.ts';
import type { Draft, Fact } from '../../domain/facts/fact.ts';
import { subjectOf } from '../../domain/facts/fact.ts';
import { newActor } from '../../domain/ids.ts';
import { type Instant, instant } from '../../domain/instant.ts';
import { encodeFact } from '../../ledger/fact-bytes.ts';
import { hex, leafHash } from '../../ledger/hashing.ts';
import type { Actor, Answered, Head, Opening, StoredFact } from '../../ledger/log-store.ts';
import { saltBytes, seal } from '../../ledger/sealing.ts';
import type { Projector } from '../../projections/projector.ts';
import type { LedgerTransaction } from '../../projections/read-store.ts';
import type { RecordedView } from '../views.ts';
import { GrowingTree } from './growing-tree.ts';
import { KnowledgeBase } from './known.ts';
import type { Request } from './request.ts';

/** What became of one request: facts, or the reason why there are none. */
export type Outcome = RecordedView | LedgerError;

interface SealedFact {
  readonly fact: Fact;
  readonly stored: StoredFact;
  readonly openings: readonly Opening[];
}

/** Facts that are ready to be taken in, and the persons whom the ledger meets in them for the first time. */
interface SealedFacts {
  readonly facts: readonly SealedFact[];
  readonly newActors: readonly Actor[];
}

interface Prepared extends SealedFacts {
  readonly decision: Decision;
}

/** The facts of one transaction while they are gathered: decided on, sealed, hashed and folded one after the other. */
export class Batch {
  readonly #transaction: LedgerTransaction;
  readonly #projector: Projector;
  readonly #knowledge: KnowledgeBase;
  readonly #recordedMs: number;
  readonly #recordedAt: Instant;
  readonly tree: GrowingTree;
  readonly #facts: StoredFact[] = [];
  readonly #openings: Opening[] = [];
  readonly #actors = new Map<string, Actor>();
  readonly #newActors: Actor[] = [];
  readonly #answered = new Map<string, Answered>();
  readonly #newAnswers: Answered[] = [];

  private constructor(
    transaction: LedgerTransaction,
    projector: Projector,
    knowledge: KnowledgeBase,
    head: Head,
    recordedMs: number,
  ) {
    this.#transaction = transaction;
    this.#projector = projector;
    this.#knowledge = knowledge;
    this.#recordedMs = recordedMs;
    this.#recordedAt = instant(recordedMs);
    this.tree = new GrowingTree(head);
  }

  /** Begins a batch and reads, once for all requests, what was answered before. */
  static async begin(
    transaction: LedgerTransaction,
    projector: Projector,
    head: Head,
    nowMs: number,
    requests: readonly Request[],
  ): Promise<Batch> {
    const knowledge = await KnowledgeBase.of(transaction, projector);
    const batch = new Batch(transaction, projector, knowledge, head, Math.max(nowMs, head.recordedMs));
    const keys = requests.flatMap((request) => request.keys);
    for (const answer of keys.length > 0 ? await transaction.answered(keys) : []) {
      batch.#answered.set(hex(answer.key), answer);
    }
    return batch;
  }

  get size(): number {
    return this.#facts.length;
  }

  /** Decides on one request and takes its facts in. A request that is refused leaves nothing behind. */
  async add(request: Request, context: Context): Promise<Outcome> {
    let prepared: Prepared;
    try {
      const repeated = await this.#repeated(request);
      if (repeated !== undefined) return repeated;
      prepared = await this.#prepare(request, context);
    } catch (error) {
      if (error instanceof LedgerError && error.code !== 'storage') return error;
      throw error;
    }
    return this.#take(request, prepared);
  }

  /** Writes everything; the caller commits. */
  async write(): Promise<void> {
    if (this.#facts.length === 0) return;
    await this.#transaction.append({
      facts: this.#facts,
      openings: this.#openings,
      actors: this.#newActors,
      answered: this.#newAnswers,
      tiles: await this.tree.tiles(this.#transaction),
      head: { size: this.tree.size, range: this.tree.rangeBytes(), recordedMs: this.#recordedMs },
    });
    await this.#projector.flush(this.#transaction);
  }

  async #repeated(request: Request): Promise<RecordedView | undefined> {
    for (const key of request.keys) {
      const answer = this.#answered.get(hex(key));
      if (answer === undefined) continue;
      if (!Buffer.from(answer.request).equals(request.hash)) throw otherBody(request, answer);
      const fact =
        this.#facts.find(({ index }) => index === answer.index) ?? (await this.#transaction.fact(answer.index));
      const leaf = fact === undefined ? '' : hex(fact.leafHash);
      return { id: answer.id, index: answer.index, leafHash: leaf, duplicate: true, warnings: [] };
    }
    return undefined;
  }

  /** Takes facts in that follow from no claim. */
  async append(drafts: readonly Draft[], context: Context): Promise<void> {
    await this.#meet(drafts);
    await this.#takeFacts(this.#seal(drafts, context));
  }

  /** Decides, seals and encodes, before any fact is taken in: one that is too large refuses them all. */
  async #prepare(request: Request, context: Context): Promise<Prepared> {
    const decision = decide(request.claim, await this.#knowledge.about(request.claim, this.tree.size), context);
    await this.#meet(decision.drafts);
    return { decision, ...this.#seal(decision.drafts, context) };
  }

  #seal(drafts: readonly Draft[], context: Context): SealedFacts {
    const met = new Map<string, Actor>();
    const secrets = drafts.reduce((sum, draft) => sum + draft.secrets.length, 0);
    const salts = secrets === 0 ? new Uint8Array() : context.random(secrets * saltBytes);
    let used = 0;
    const facts = drafts.map((draft, i) => {
      const index = this.tree.size + i;
      const fact = { ...draft.fact, recordedAt: this.#recordedAt };
      const own = salts.subarray(used * saltBytes);
      used += draft.secrets.length;
      const openings = seal({ fact, secrets: draft.secrets }, index, own, (name) => this.#actorOf(name, met, context));
      return { fact, stored: this.#store(fact, index), openings };
    });
    return { facts, newActors: [...met.values()] };
  }

  async #take(request: Request, prepared: Prepared): Promise<RecordedView> {
    const { decision, facts } = prepared;
    await this.#takeFacts(prepared);
    // What has to be registered on the way comes first.
    const main = facts.find(({ fact }) => !fact.type.endsWith('.registered')) ?? facts.at(-1);
    if (main === undefined) throw new TypeError('a decision led to no fact');
    const { index, leafHash: leaf } = main.stored;
    this.#remember(request, decision, index);
    return { id: decision.id, index, leafHash: hex(leaf), duplicate: false, warnings: decision.warnings };
  }

  async #takeFacts({ facts, newActors }: SealedFacts): Promise<void> {
    for (const actor of newActors) this.#actors.set(actor.name, actor);
    this.#newActors.push(...newActors);
    for (const { fact, stored, openings } of facts) {
      this.#facts.push(stored);
      this.#openings.push(...openings);
      this.tree.append(stored.leafHash);
      await this.#projector.apply(this.#transaction, fact, stored.index);
      if (fact.type === 'environment.registered') this.#knowledge.addEnvironment(fact.data.environment);
    }
  }

  /** Reads the references of the persons whom this batch meets for the first time. */
  async #meet(drafts: readonly Draft[]): Promise<void> {
    const names = drafts.flatMap(({ secrets }) => secrets.filter((s) => s.person).map((s) => String(s.value)));
    const unknown = names.filter((name) => !this.#actors.has(name));
    if (unknown.length === 0) return;
    for (const actor of await this.#transaction.actorsNamed([...new Set(unknown)])) this.#actors.set(actor.name, actor);
  }

  /** The reference of a person; one who is in no fact yet is put among those `met`. */
  #actorOf(name: string, met: Map<string, Actor>, context: Context): string {
    const known = this.#actors.get(name) ?? met.get(name);
    if (known !== undefined) return known.actor;
    const actor = { actor: newActor(context.random), name };
    met.set(name, actor);
    return actor.actor;
  }

  #store(fact: Fact, index: number): StoredFact {
    const bytes = encodeFact(fact);
    const { type } = fact;
    return { index, bytes, leafHash: leafHash(bytes), subject: subjectOf(fact), type, recordedMs: this.#recordedMs };
  }

  #remember(request: Request, decision: Decision, index: number): void {
    for (const key of request.keys) {
      const answer = { key, request: request.hash, index, id: decision.id };
      this.#answered.set(hex(key), answer);
      this.#newAnswers.push(answer);
    }
  }
}

function otherBody({ claim, keys }: Request, answer: Answered): LedgerError {
  const byKey = claim.idempotencyKey !== undefined && hex(answer.key) === hex(keys[0] ?? answer.key);
  const named = byKey ? `the idempotency key "${claim.idempotencyKey}"` : `the id "${answer.id}"`;
  return new LedgerError('conflict', `${named} was used before with another content (fact ${answer.index})`, {
    field: byKey ? 'idempotencyKey' : 'id',
    hint: `repeat the first request word for word, or choose another ${byKey ? 'key' : 'id'}`,
  });
}
