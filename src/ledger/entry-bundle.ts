import { LedgerError } from '../domain/errors.ts';

/** The longest entry that a bundle can hold, in bytes: its length is written in 16 bits. */
export const maxEntryLength = 0xffff;

const prefixLength = 2;

/**
 * Writes entries one after the other, each behind its length as 16 bits, big-endian (C2SP tlog-tiles).
 * @throws LedgerError `invalid` for an entry of more than 65,535 bytes.
 */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      if (entry.length > maxEntryLength) {
        throw new LedgerError('invalid', `an entry of ${entry.length} bytes; a bundle holds at most ${maxEntryLength}`);
      }
      const prefix = Buffer.alloc(prefixLength);
      prefix.writeUInt16BE(entry.length);
      return [prefix, entry];
    }),
  );
}

/**
 * Reads the `width` entries (1 to 256) of a bundle, as views of its bytes.
 * @throws LedgerError `invalid` when the bytes hold fewer or more entries than its path says.
 */
export function decodeEntryBundle(bytes: Uint8Array, width: number): Uint8Array[] {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < buffer.length && entries.length < width) {
    const start = at + prefixLength;
    const end = start <= buffer.length ? start + buffer.readUInt16BE(at) : start;
    if (end > buffer.length) throw new LedgerError('invalid', `entry ${entries.length} of the bundle is cut off`);
    entries.push(buffer.subarray(start, end));
    at = end;
  }
  if (entries.length < width) {
    throw new LedgerError('invalid', `the bundle holds ${entries.length} entries; its path says ${width}`);
  }
  if (at < buffer.length) {
    throw new LedgerError('invalid', `the bundle goes on after the ${width} entries that its path says`);
  }
  return entries;
}
