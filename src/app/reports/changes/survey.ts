import type { FactType } from '../../../domain/facts/fact.ts';
import type { Instant } from '../../../domain/instant.ts';
import type { LedgerStore } from '../../../projections/read-store.ts';
import { type Approval, approvalOf } from '../approval.ts';
import { type Drawn, SampleDraw } from './draw-sample.ts';
import { type Member, type PlacedFact, placeFacts, type Standing } from './place-facts.ts';
import type { ReportScope } from './report-scope.ts';
import { keyOf } from './reported-change.ts';

type Counts<Name extends string> = ReadonlyMap<Name, number>;

/** What a first look at the whole log shows; every index of it is counted exactly once in `facts`. */
export interface Survey {
  readonly facts: ReadonlyMap<FactType, Counts<Standing>>;
  /** Number of changes. */
  readonly population: number;
  readonly kinds: Counts<Member['kind']>;
  readonly statuses: Counts<string>;
  readonly approvals: Counts<Approval>;
  /** The keys of all changes, one a line, in their order. */
  readonly keys: readonly string[];
  readonly sample: readonly Drawn[];
  /** When the first and the last fact were recorded; null in an empty log. */
  readonly recorded: { readonly first: Instant; readonly last: Instant } | null;
}

/** Looks through the first `size` facts of a log for what a report has to say about all of them. */
export async function surveyLog(store: LedgerStore, scope: ReportScope, size: number): Promise<Survey> {
  const survey = new GrowingSurvey(scope);
  for await (const block of placeFacts(store, scope, size)) survey.add(block);
  return survey.result();
}

/** Keys of so many changes are joined into one text: a million short strings of their own would take several times the space. */
const keysPerText = 1024;

class GrowingSurvey {
  readonly #facts = new Map<FactType, Map<Standing, number>>();
  readonly #kinds = new Map<Member['kind'], number>();
  readonly #statuses = new Map<string, number>();
  readonly #approvals = new Map<Approval, number>();
  readonly #keys: string[] = [];
  readonly #draw: SampleDraw;
  #recent: string[] = [];
  #population = 0;
  #first: Instant | undefined;
  #last: Instant | undefined;

  constructor({ seed, sample }: ReportScope) {
    this.#draw = new SampleDraw(seed, sample);
  }

  add(block: readonly PlacedFact[]): void {
    for (const { fact, stored, standing, member } of block) {
      const ofType = this.#facts.get(fact.type) ?? new Map<Standing, number>();
      this.#facts.set(fact.type, ofType);
      count(ofType, standing);
      this.#first ??= fact.recordedAt;
      this.#last = fact.recordedAt;
      if (member !== undefined) this.#addMember(member, keyOf(member.kind, stored.subject, stored.index));
    }
  }

  #addMember(member: Member, key: string): void {
    this.#population += 1;
    count(this.#kinds, member.kind);
    if (member.kind === 'deployment') {
      count(this.#statuses, member.row.status);
      count(this.#approvals, approvalOf(member.row));
    }
    this.#draw.add(key);
    this.#recent.push(key);
    if (this.#recent.length === keysPerText) this.#joinKeys();
  }

  #joinKeys(): void {
    if (this.#recent.length > 0) this.#keys.push(`${this.#recent.join('\n')}\n`);
    this.#recent = [];
  }

  result(): Survey {
    this.#joinKeys();
    const [first, last] = [this.#first, this.#last];
    return {
      facts: this.#facts,
      population: this.#population,
      kinds: this.#kinds,
      statuses: this.#statuses,
      approvals: this.#approvals,
      keys: this.#keys,
      sample: this.#draw.smallest(),
      recorded: first === undefined || last === undefined ? null : { first, last },
    };
  }
}

function count<Name>(counts: Map<Name, number>, name: Name): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
