import type { ClaimInput } from '../../domain/claims/claim.ts';
import { hasCode, LedgerError } from '../../domain/errors.ts';
import type { DeliveryContent, EventOutcome, Settlement } from '../../projections/delivery-store.ts';
import type { WebhookEvent, WebhookSource } from '../../sources/webhooks/webhook-source.ts';
import type { RecordOptions } from '../ledger.ts';
import type { RecordedView } from '../views.ts';

export type RecordClaim = (claim: ClaimInput, options: RecordOptions) => Promise<RecordedView>;

/**
 * Records what a delivery says, and says what became of it. What is wrong with the delivery is its outcome; what is wrong with the
 * ledger is thrown, for another attempt.
 * @throws LedgerError `storage`, `overloaded`, `unverified`.
 */
export async function processDelivery(
  id: string,
  source: WebhookSource,
  content: DeliveryContent,
  record: RecordClaim,
): Promise<Omit<Settlement, 'settledMs'>> {
  const outcomes: EventOutcome[] = [];
  for (const [place, event] of readEvents(source, content).entries()) {
    outcomes.push('event' in event ? await recordEvent(event, `${id}/${place}`, source.name, record) : event.outcome);
  }
  return { id, state: stateOf(outcomes), events: outcomes };
}

function readEvents(
  source: WebhookSource,
  content: DeliveryContent,
): readonly (WebhookEvent | { readonly outcome: EventOutcome })[] {
  try {
    return source.read(content);
  } catch (error) {
    return [{ outcome: { event: 'unreadable', recorded: [], error: whyNot(error) } }];
  }
}

async function recordEvent(
  said: WebhookEvent,
  place: string,
  source: string,
  record: RecordClaim,
): Promise<EventOutcome> {
  const { event } = said;
  if ('ignored' in said) return { event, recorded: [], ignored: said.ignored };
  const recorded: EventOutcome['recorded'][number][] = [];
  const [known, errors]: [string[], string[]] = [[], []];
  // At once, so that they are committed together; the recorder keeps their order.
  const results = await Promise.allSettled(
    said.claims.map((claim, i) => record(keyed(claim, `${place}/${i}`), { source, newEnvironments: true })),
  );
  for (const result of results) {
    if (result.status === 'fulfilled') {
      const { id, index, duplicate } = result.value;
      recorded.push({ id, index, known: duplicate });
    } else if (isTransient(result.reason)) throw result.reason;
    else if (hasCode(result.reason, 'conflict')) known.push(result.reason.message);
    else errors.push(whyNot(result.reason));
  }
  const ignored = known.length === 0 ? {} : { ignored: `told before, in other words: ${known.join('; ')}` };
  return { event, recorded, ...ignored, ...(errors.length === 0 ? {} : { error: errors.join('; ') }) };
}

/** A claim that names no entity is at least recorded only once for its delivery. */
function keyed(claim: ClaimInput, place: string): ClaimInput {
  return claim.idempotencyKey === undefined ? { ...claim, idempotencyKey: place } : claim;
}

function isTransient(error: unknown): boolean {
  return error instanceof LedgerError && ['storage', 'overloaded', 'unverified'].includes(error.code);
}

function whyNot(error: unknown): string {
  // Anything else is a defect. It may not keep the deliveries behind it waiting, and its text may hold anything.
  if (!(error instanceof LedgerError)) return 'something went wrong inside deploy-ledger, which is a defect of it';
  return error.hint === undefined ? error.message : `${error.message} (${error.hint})`;
}

function stateOf(events: readonly EventOutcome[]): Settlement['state'] {
  if (events.some(({ error }) => error !== undefined)) return 'failed';
  return events.some(({ recorded }) => recorded.length > 0) ? 'recorded' : 'ignored';
}
