import type { PublishedFact } from '../publish/published-fact.ts';

export const eventFormats = ['cloudevents', 'cdevents'] as const;
/** `cloudevents`: every fact, as this program words it; `cdevents`: those that CDEvents has a word for, and no others. */
export type EventFormat = (typeof eventFormats)[number];

/** Who is told what happens, and of what. */
export interface Receiver {
  /** Under which its position is kept, so a receiver of another name begins anew; it holds no secret. */
  readonly name: string;
  readonly url: string;
  /** Unsigned when absent. */
  readonly secret: string | undefined;
  readonly format: EventFormat;
  /** Whether it is told what is sealed, persons included. */
  readonly opened: boolean;
  /** Kinds of facts, such as `deployment.finished`; `deployment.*` stands for all of a noun. All when absent, like the others. */
  readonly types: readonly string[] | undefined;
  readonly services: readonly string[] | undefined;
  readonly environments: readonly string[] | undefined;
}

/** Whether a receiver is to be told of a fact. */
export function wants({ types, services, environments }: Receiver, fact: PublishedFact): boolean {
  return (
    (types === undefined || types.some((type) => type === fact.type || type === nounOf(fact.type))) &&
    (services === undefined || (fact.service !== null && services.includes(fact.service))) &&
    (environments === undefined || (fact.environment !== null && environments.includes(fact.environment)))
  );
}

function nounOf(type: string): string {
  return `${type.slice(0, type.indexOf('.'))}.*`;
}
