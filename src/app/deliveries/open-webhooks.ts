import { createHash } from 'node:crypto';
import { LedgerError } from '../../domain/errors.ts';
import { newId, type RandomBytes } from '../../domain/ids.ts';
import type { DeliveryRow, DeliveryStore } from '../../projections/delivery-store.ts';
import type { LedgerStore } from '../../projections/read-store.ts';
import { createWebhookSources } from '../../sources/webhooks/create-sources.ts';
import { standardWebhooks } from '../../sources/webhooks/schemes/standard-webhooks.ts';
import { defaultWebhookSettings, type WebhookSettings } from '../../sources/webhooks/source-settings.ts';
import type { WebhookRequest, WebhookSource } from '../../sources/webhooks/webhook-source.ts';
import { authenticate } from './authenticate.ts';
import { DeliveryQueue } from './delivery-queue.ts';
import { listDeliveries } from './list-deliveries.ts';
import { processDelivery, type RecordClaim } from './process-delivery.ts';
import { RequestCounts } from './request-counts.ts';
import { requireSource } from './require-source.ts';
import { viewDelivery } from './view-delivery.ts';
import type { Receipt, Webhooks } from './webhooks.ts';

export interface WebhookPorts {
  readonly store: Pick<LedgerStore, 'deliveries'>;
  readonly clock: () => number;
  readonly random: RandomBytes;
  readonly webhooks?: (() => Promise<WebhookSettings>) | undefined;
}

/** @throws LedgerError `invalid` for settings that are none. */
export async function openWebhooks(ports: WebhookPorts, record: RecordClaim): Promise<Webhooks> {
  const { store, clock, random } = ports;
  const settings = (await ports.webhooks?.()) ?? defaultWebhookSettings;
  const deliveries = await store.deliveries();
  const counts = new RequestCounts();
  let known = { settings, sources: createWebhookSources(settings) };
  const queue = new DeliveryQueue(deliveries, async (delivery) => {
    const outcome = await outcomeOf(delivery, deliveries, known.sources, record);
    await deliveries.settle({ ...outcome, settledMs: clock() });
  });
  return {
    async receive(name, request, { trusted }) {
      const source = requireSource(name, known.sources);
      const receipt = await takeIn(
        { deliveries, clock, random },
        source,
        request,
        { trusted, secrets: secretsOf(known.settings, name) },
        counts,
      );
      // Whatever keeps it from being processed now keeps it pending, and `tend` tries again.
      queue.wake().catch(() => {});
      return receipt;
    },
    list: (query) => listDeliveries(deliveries, query),
    delivery: async (id) => viewDelivery(await requireDelivery(deliveries, id)),
    async replay(id) {
      await requireKept(deliveries, id);
      await deliveries.reopen(id);
      await queue.wake();
      return viewDelivery(await requireDelivery(deliveries, id));
    },
    async tend() {
      await queue.wake();
      await deliveries.forgetBefore(clock() - known.settings.retentionMs);
    },
    settled: () => queue.wake(),
    counts: () => counts.list(),
    configure(changed) {
      known = { settings: changed, sources: createWebhookSources(changed) };
    },
    close: () => queue.close(),
  };
}

interface Intake extends Pick<WebhookPorts, 'clock' | 'random'> {
  readonly deliveries: DeliveryStore;
}

async function takeIn(
  { deliveries, clock, random }: Intake,
  source: WebhookSource,
  request: WebhookRequest,
  credentials: { readonly secrets: readonly string[]; readonly trusted: boolean },
  counts: RequestCounts,
): Promise<Receipt> {
  const nowMs = clock();
  const receipt = await deliveries.add({
    ...contentOf(source, request, { ...credentials, nowMs }, counts),
    id: newId('delivery', nowMs, random),
    source: source.name,
    receivedMs: nowMs,
    key: random(32),
  });
  counts.add(source.name, receipt.repeated ? 'repeated' : 'accepted');
  if (receipt.repeated) await tryAgain(deliveries, receipt.id);
  return receipt;
}

/** What of a request is kept, once it is known to be genuine. */
function contentOf(
  source: WebhookSource,
  request: WebhookRequest,
  credentials: Parameters<typeof authenticate>[2],
  counts: RequestCounts,
) {
  try {
    const scheme = authenticate(source, request, credentials);
    const id = request.headers[scheme === standardWebhooks ? 'webhook-id' : (source.deliveryId ?? '')];
    const headers = Object.fromEntries(
      source.reads.flatMap((name) => (request.headers[name] === undefined ? [] : [[name, request.headers[name]]])),
    );
    return {
      headers,
      body: request.body,
      repetition: id === undefined ? null : repetitionOf(source, id, request.body),
    };
  } catch (error) {
    counts.add(source.name, 'refused');
    throw error;
  }
}

/** The id alone is not enough: not every sender signs it, and another body under it is another delivery. */
function repetitionOf({ name }: WebhookSource, id: string, body: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update(JSON.stringify([name, id]))
    .update(body)
    .digest();
}

/** Whoever sends something again that did not count has probably changed a setting since. */
async function tryAgain(deliveries: DeliveryStore, id: string): Promise<void> {
  const { state } = await requireDelivery(deliveries, id);
  if (state === 'failed' || state === 'ignored') await deliveries.reopen(id);
}

async function outcomeOf(
  { id, source: name }: DeliveryRow,
  deliveries: DeliveryStore,
  sources: ReadonlyMap<string, WebhookSource>,
  record: RecordClaim,
) {
  const [content, source] = [await deliveries.content(id), sources.get(name)];
  if (content !== undefined && source !== undefined) return processDelivery(id, source, content, record);
  const error = source === undefined ? `there is no source "${name}" any more` : 'the body is no longer kept';
  return { id, state: 'failed' as const, events: [{ event: 'unreadable', recorded: [], error }] };
}

function secretsOf({ sources }: WebhookSettings, name: string): readonly string[] {
  return sources[name]?.secrets ?? [];
}

async function requireDelivery(deliveries: DeliveryStore, id: string): Promise<DeliveryRow> {
  const row = await deliveries.delivery(id);
  if (row !== undefined) return row;
  throw new LedgerError('not-found', `no delivery "${id}" came in`, {
    hint: 'see those that did with: deploy-ledger webhook list',
  });
}

async function requireKept(deliveries: DeliveryStore, id: string): Promise<void> {
  const { kept } = await requireDelivery(deliveries, id);
  if (kept) return;
  throw new LedgerError('conflict', `the body of ${id} is no longer kept, so it cannot be processed again`, {
    hint: 'let the sender deliver it again',
  });
}
