import { LedgerError } from '../domain/errors.ts';
import type { Fact } from '../domain/facts/fact.ts';
import { canonicalize } from './canonical-json.ts';

export const longestFactBytes = 32_768;

/**
 * The canonical bytes (RFC 8785) of a fact whose keys are in order, as all drafts are: then JSON.stringify writes exactly what a
 * canonicaliser would, several times faster.
 * @throws LedgerError `invalid` when they are more than 32 KiB, naming the field that takes up most of them.
 */
export function encodeFact(fact: Fact): Uint8Array {
  const bytes = Buffer.from(hasOpenKeys(fact) ? canonicalize(fact) : JSON.stringify(fact));
  if (bytes.length <= longestFactBytes) return bytes;
  const sizes = Object.entries(fact.data).map(([field, value]) => [field, JSON.stringify(value)?.length ?? 0] as const);
  const [field] = sizes.reduce((largest, next) => (next[1] > largest[1] ? next : largest));
  throw new LedgerError('invalid', `the fact would take ${bytes.length} bytes; at most ${longestFactBytes} are kept`, {
    field,
    hint: `shorten ${field}, or keep it elsewhere and record a link to it`,
  });
}

/** Whether a caller chose some of its keys: JavaScript has its own order for those that look like numbers. */
function hasOpenKeys({ data }: Fact): boolean {
  return ('progress' in data && data.progress !== undefined) || 'set' in data;
}

/** Reads a fact back from bytes that this program stored. */
export function decodeFact(bytes: Uint8Array): Fact {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString();
  return JSON.parse(text) as Fact;
}
