import type { Instant } from '../../domain/instant.ts';
import type { DeliveryState } from '../../projections/delivery-store.ts';
import type { WebhookSettings } from '../../sources/webhooks/source-settings.ts';
import type { WebhookRequest } from '../../sources/webhooks/webhook-source.ts';
import type { ListOf } from '../views.ts';

export type { WebhookRequest, WebhookSettings };

/** What became of one event of a delivery. */
export interface DeliveredEventView {
  /** In the sender's words. */
  readonly event: string;
  /** What was recorded; `known` for what the ledger held already. */
  readonly recorded: readonly { readonly id: string; readonly index: number; readonly known: boolean }[];
  /** Why it does not count. */
  readonly ignored: string | null;
  /** Why it could not be recorded. */
  readonly error: string | null;
}

/** A delivery and what became of it. */
export interface DeliveryView {
  readonly id: string;
  readonly source: string;
  readonly receivedAt: Instant;
  /** Length of the body. */
  readonly bytes: number;
  readonly state: DeliveryState;
  readonly settledAt: Instant | null;
  readonly events: readonly DeliveredEventView[];
  /** Whether the body is still kept, so that it can be replayed. */
  readonly kept: boolean;
}

export interface DeliveryQuery {
  readonly source?: string | undefined;
  readonly state?: string | undefined;
  /** All when absent. */
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

export interface Receipt {
  readonly id: string;
  /** Whether it is a delivery that came before. */
  readonly repeated: boolean;
}

export interface RequestCount {
  readonly source: string;
  readonly outcome: 'accepted' | 'repeated' | 'refused';
  readonly count: number;
}

/** What sources send: taken in durably, translated, recorded, and listed with what became of it. */
export interface Webhooks {
  /**
   * Takes a delivery in, and returns when it is on disk; it is processed after that. `trusted` says that a token with the right to
   * record came with it, which some sources take in the place of a signature.
   * @throws LedgerError `not-found` for an unknown source, `unauthenticated` for a request that is not genuine: such leave no trace
   * but a count. `storage`, `overloaded`.
   */
  receive(source: string, request: WebhookRequest, options: { readonly trusted: boolean }): Promise<Receipt>;
  /** Latest first. @throws LedgerError `invalid` for a state, a limit or a cursor that does not exist. */
  list(query: DeliveryQuery): Promise<ListOf<DeliveryView>>;
  /** @throws LedgerError `not-found`. */
  delivery(id: string): Promise<DeliveryView>;
  /**
   * Processes a delivery again, by the rules of today, and says what became of it. What is recorded is not recorded twice.
   * @throws LedgerError `not-found`, `conflict` when its body is no longer kept.
   */
  replay(id: string): Promise<DeliveryView>;
  /**
   * Does what is due: goes on with what a process left pending, and forgets bodies that were kept long enough. For a server, at its
   * start and every minute.
   */
  tend(): Promise<void>;
  /** Resolves when nothing is pending any more. @throws LedgerError `storage`, `overloaded` when it cannot go on. */
  settled(): Promise<void>;
  /** Requests since the start. */
  counts(): readonly RequestCount[];
  /** Takes other settings. @throws LedgerError `invalid`, and goes on with those before. */
  configure(settings: WebhookSettings): void;
  /** Ends with the delivery that is being processed; the others stay pending. */
  close(): Promise<void>;
}
