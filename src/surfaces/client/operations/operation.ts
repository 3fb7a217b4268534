import type { DeliveryView, Receipt } from '../../../app/deliveries/webhooks.ts';
import type { Caller, CallOptions } from '../caller.ts';
import type { DeliveryFilter } from '../filters.ts';
import { path } from '../path.ts';
import { readJson } from '../transport/read-answer.ts';

export interface WebhookDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer>;
}

/** The process, and what other programs send to it. */
export function operationOperations(caller: Caller) {
  return {
    showLiveness: (options?: CallOptions) => caller.get<{ readonly status: 'alive' }>('healthz', {}, options),
    showReadiness: (options?: CallOptions) => caller.get<{ readonly status: 'ready' }>('readyz', {}, options),
    /** In the text format of Prometheus. */
    scrapeMetrics: (options?: CallOptions) => caller.text('metrics', options),
    /** Hands over what a source sent, word for word. */
    receiveWebhook: (source: string, { headers, body }: WebhookDelivery, { signal }: CallOptions = {}) =>
      caller.transport.send(
        { method: 'POST', path: path`webhooks/${source}`, headers, body, repeatable: true, signal },
        (response, address) => readJson(response, address) as Promise<Receipt>,
      ),
    /** Latest first. */
    listDeliveries: (filter?: DeliveryFilter, options?: CallOptions) =>
      caller.list<DeliveryView>('api/v1/deliveries', filter, options),
    getDelivery: (id: string, options?: CallOptions) =>
      caller.get<DeliveryView>(path`api/v1/deliveries/${id}`, {}, options),
    replayDelivery: (id: string, { signal }: CallOptions = {}) =>
      caller.post<DeliveryView>(path`api/v1/deliveries/${id}/replay`, {}, { repeatable: true, signal }),
  };
}
