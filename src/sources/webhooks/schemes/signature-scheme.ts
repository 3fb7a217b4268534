import type { WebhookRequest } from '../webhook-source.ts';

/** A way in which senders prove that they know a secret. */
export interface SignatureScheme {
  /** What it is called in messages: the header that holds the proof. */
  readonly name: string;
  /** Whether a request claims to be signed in this way. */
  isUsedBy(request: WebhookRequest): boolean;
  /**
   * Whether the signature over the raw body was made with this secret, and not too long ago where it says when. It takes the same time
   * wherever a wrong signature differs. The secret is not empty.
   */
  verify(request: WebhookRequest, secret: string, nowMs: number): boolean;
  /** The headers that prove it for a body, such as `webhook test` sends. `id` names the delivery. */
  sign(
    body: Uint8Array,
    secret: string,
    delivery: { readonly id: string; readonly nowMs: number },
  ): Readonly<Record<string, string>>;
}
