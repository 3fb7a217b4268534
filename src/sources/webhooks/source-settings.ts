/** What the people who run the server say of one source. */
export interface SourceSettings {
  /** Any of these may have signed a request, so that a secret can be changed without losing one. */
  readonly secrets?: readonly string[] | undefined;
  /** What besides deployments counts as one; checked by the source. */
  readonly rules?: unknown;
  /** Of a source that is not built in: how its requests become claims; checked by the mapping. */
  readonly mapping?: unknown;
}

export interface WebhookSettings {
  /** By the name of the source. */
  readonly sources: Readonly<Record<string, SourceSettings>>;
  /** How long raw bodies are kept. */
  readonly retentionMs: number;
}

/** 30 days. */
export const defaultRetentionMs = 2_592_000_000;

export const defaultWebhookSettings: WebhookSettings = { sources: {}, retentionMs: defaultRetentionMs };
