import type { ClaimInput } from '../../domain/claims/claim.ts';
import type { SignatureScheme } from './schemes/signature-scheme.ts';

/** What a sender posted. */
export interface WebhookRequest {
  /** By name in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Byte for byte as it came: signatures are over these. */
  readonly body: Uint8Array;
}

/** One event of a delivery: what it claims, or in words why it does not count. */
export type WebhookEvent =
  | { readonly event: string; readonly claims: readonly ClaimInput[] }
  | { readonly event: string; readonly ignored: string };

/** One origin of webhooks: how its requests are known to be genuine, and what they say. Pure: no clock, no network. */
export interface WebhookSource {
  /** The last part of its address, `/webhooks/<name>`. */
  readonly name: string;
  /** The ways in which its senders can sign. */
  readonly schemes: readonly SignatureScheme[];
  /** Whether a deployer's token may stand in for a signature. */
  readonly takesTokens: boolean;
  /** The headers that `read` looks at; they are kept with the body, all others are forgotten. */
  readonly reads: readonly string[];
  /** The header that holds the sender's own id of a delivery, which stays the same when it is sent again. */
  readonly deliveryId?: string | undefined;
  /**
   * Says what a delivery tells. The claims' idempotency keys name entities, never deliveries.
   * @throws LedgerError `invalid` for what is no delivery of this source.
   */
  read(request: WebhookRequest): readonly WebhookEvent[];
  /** A request as the sender would make it, unsigned: for trying out a set-up. */
  readonly example: WebhookExample;
}

export interface WebhookExample {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>> | readonly unknown[];
}
