import { hash } from 'node:crypto';
import type { ClaimInput } from '../domain/claims/claim.ts';

/** A record as a source gives it: an object whose fields nobody has checked. */
export type RawRecord = Readonly<Record<string, unknown>>;

/** The types of which a row says that something happened somewhere at some time; the others are known by all they say. */
const eventTypes: ReadonlySet<unknown> = new Set(['deployment', 'rollback', 'removal', 'incident']);
const identifying = [
  'type',
  'service',
  'environment',
  'region',
  'version',
  'fromVersion',
  'toVersion',
  'startedAt',
  'finishedAt',
  'at',
  'openedAt',
  'resolvedAt',
];

/**
 * The idempotency key of a row that has neither id nor key: a SHA-256 over what it is about (type, service, environment,
 * region, versions, times; for a type that is no event, everything it says) and its occurrence number in the file, from 1. So
 * importing a file again, or one that was appended to, finds its rows; and two equal rows of a file stay two.
 */
export function rowKey(record: RawRecord, occurrence: number): string {
  return keyOf(identityOf(record), occurrence);
}

function keyOf(identity: Buffer, occurrence: number): string {
  return `row:${identity.toString('hex')}:${occurrence}`;
}

/** Gives each record of one file its key, where it brings neither an id nor a key of its own. */
export function rowIdentities(): (record: RawRecord) => ClaimInput {
  const seen = new Map<number, number>();
  return (record) => {
    if (isPresent(record['id']) || isPresent(record['idempotencyKey'])) return record as ClaimInput;
    // 48 bits a row keep this small; rows that collide in them get a higher number than they need, which harms nothing.
    const identity = identityOf(record);
    const prefix = identity.readUIntBE(0, 6);
    const occurrence = (seen.get(prefix) ?? 0) + 1;
    seen.set(prefix, occurrence);
    return { ...record, idempotencyKey: keyOf(identity, occurrence) } as ClaimInput;
  };
}

function identityOf(record: RawRecord): Buffer {
  const words = eventTypes.has(record['type'])
    ? identifying.map((field) => wordOf(record[field]))
    : Object.entries(record)
        .filter(([, value]) => value !== undefined)
        .sort(([a], [b]) => (a < b ? -1 : 1));
  return Buffer.from(hash('sha256', JSON.stringify(words), 'binary'), 'binary');
}

function wordOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isPresent(value: unknown): boolean {
  return value !== null && value !== undefined;
}
