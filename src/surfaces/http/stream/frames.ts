import type { PublishedFact } from '../../../app/publish/published-fact.ts';

const encoder = new TextEncoder();
const frames = new WeakMap<PublishedFact, Uint8Array>();

/** A fact as one Server-Sent Event; made once, whoever it is sent to. */
export function frameOf(fact: PublishedFact): Uint8Array {
  const known = frames.get(fact);
  if (known !== undefined) return known;
  const frame = encoder.encode(`id: ${fact.index}\nevent: ${fact.type}\ndata: ${JSON.stringify(fact)}\n\n`);
  frames.set(fact, frame);
  return frame;
}

/** A comment: it keeps proxies from taking a quiet stream for a dead one. */
export const heartbeat = encoder.encode(': \n\n');

export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  return parts.length === 1 && first !== undefined ? first : Buffer.concat(parts);
}
