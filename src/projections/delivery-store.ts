import type { Page } from './read-store.ts';

export const deliveryStates = ['pending', 'recorded', 'ignored', 'failed'] as const;
/** What became of a delivery: it failed when anything in it did, and was ignored when nothing in it counts. */
export type DeliveryState = (typeof deliveryStates)[number];

/** What became of one event of a delivery. */
export interface EventOutcome {
  /** In the sender's words. */
  readonly event: string;
  /** What its claims are about, and the facts that say so, which were there before when it is `known`. */
  readonly recorded: readonly { readonly id: string; readonly index: number; readonly known: boolean }[];
  /** Why it does not count, in words. */
  readonly ignored?: string | undefined;
  /** Why it could not be recorded, in words. */
  readonly error?: string | undefined;
}

/** A delivery without its content. */
export interface DeliveryRow {
  readonly id: string;
  readonly source: string;
  readonly receivedMs: number;
  /** Length of the body. */
  readonly bytes: number;
  readonly state: DeliveryState;
  readonly settledMs: number | null;
  readonly events: readonly EventOutcome[];
  /** Whether the body is still there, so that it can be processed again. */
  readonly kept: boolean;
}

export interface DeliveryContent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

export interface NewDelivery extends DeliveryContent {
  readonly id: string;
  readonly source: string;
  readonly receivedMs: number;
  /** Recognises the same delivery when it is sent again; null when the sender gives it no id. */
  readonly repetition: Uint8Array | null;
  /** 32 random bytes, under which the content may be kept so that it can be forgotten without a trace. */
  readonly key: Uint8Array;
}

export interface DeliveryFilter {
  readonly source?: string | undefined;
  readonly state?: DeliveryState | undefined;
}

export interface Settlement {
  readonly id: string;
  readonly state: Exclude<DeliveryState, 'pending'>;
  readonly events: readonly EventOutcome[];
  readonly settledMs: number;
}

/** What sources sent, and what became of it. Every method that writes returns when it is on disk. */
export interface DeliveryStore {
  /** Keeps a delivery as pending; one that is known by its `repetition` is not kept twice. Answers with the id under which it is kept. */
  add(delivery: NewDelivery): Promise<{ readonly id: string; readonly repeated: boolean }>;
  delivery(id: string): Promise<DeliveryRow | undefined>;
  /** Latest first. */
  deliveries(filter: DeliveryFilter, page: Page): Promise<DeliveryRow[]>;
  /** Undefined when there is no such delivery, or its body is no longer kept. */
  content(id: string): Promise<DeliveryContent | undefined>;
  /** The pending delivery that came in first. */
  firstPending(): Promise<DeliveryRow | undefined>;
  settle(settlement: Settlement): Promise<void>;
  /** Makes a delivery pending again. */
  reopen(id: string): Promise<void>;
  /** Deliveries whose content is kept, in order of arrival, a page at a time. */
  kept(afterId: string | undefined): Promise<readonly (DeliveryContent & { readonly id: string })[]>;
  /** Forgets the content of deliveries for good; what became of them stays. */
  forget(ids: readonly string[]): Promise<void>;
  /** Forgets the content of settled deliveries that came before this moment, and says of how many. */
  forgetBefore(ms: number): Promise<number>;
}
