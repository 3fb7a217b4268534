import { LedgerError } from '../../../domain/errors.ts';

/** Bytes that can be read from any place, such as an open file. */
export interface ArchiveSource {
  readonly size: number;
  /** The bytes from `offset` on; fewer than `length` only at the end. */
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Where a file of a ZIP lies, as its directory has it. */
export interface ZipEntry {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  /** Of its local header. */
  readonly offset: number;
}

const endLength = 22;
const entryLength = 46;
const localHeaderLength = 30;
/** What follows a file whose size was not known when it was begun (APPNOTE 4.3.9). */
const descriptorLength = 16;
const sizeFollows = 0x0008;

/**
 * Reads the directory of a ZIP made by `writeZip`, and of no other form: its files lie one after the other and nothing else lies between
 * them, so that no other program can find other files in it than those that are verified.
 * @throws LedgerError `invalid` otherwise.
 */
export async function readZipDirectory(source: ArchiveSource): Promise<ReadonlyMap<string, ZipEntry>> {
  const end = viewOf(await source.read(Math.max(0, source.size - endLength), endLength));
  if (end.byteLength < endLength || end.getUint32(0, true) !== 0x06054b50) throw malformed('it does not end as a ZIP');
  const [count, length, start] = [end.getUint16(10, true), end.getUint32(12, true), end.getUint32(16, true)];
  if (start + length + endLength !== source.size) throw malformed('its directory is not where it says');
  const directory = viewOf(await source.read(start, length));
  const entries = new Map<string, ZipEntry>();
  let [at, next] = [0, 0];
  for (let i = 0; i < count; i++) {
    const { entry, length: taken, end: endOfFile } = readEntry(directory, at);
    if (entry.offset !== next) throw malformed(`something lies in front of ${entry.path}`);
    if (entries.has(entry.path)) throw malformed(`it holds ${entry.path} twice`);
    entries.set(entry.path, entry);
    at += taken;
    next = endOfFile;
  }
  if (at !== length || next !== start) throw malformed('something lies behind its last file');
  return entries;
}

function readEntry(directory: DataView, at: number) {
  if (directory.byteLength < at + entryLength || directory.getUint32(at, true) !== 0x02014b50) {
    throw malformed('its directory is cut off');
  }
  const [flags, method] = [directory.getUint16(at + 8, true), directory.getUint16(at + 10, true)];
  const [nameLength, extras] = [directory.getUint16(at + 28, true), directory.getUint32(at + 30, true)];
  if (extras !== 0 || !(flags & sizeFollows) || (method !== 0 && method !== 8)) {
    throw malformed('a file in it is of another form');
  }
  if (directory.byteLength < at + entryLength + nameLength) throw malformed('its directory is cut off');
  const name = new Uint8Array(directory.buffer, directory.byteOffset + at + entryLength, nameLength);
  const [crc, compressedSize, size] = [16, 20, 24].map((field) => directory.getUint32(at + field, true)) as Sizes;
  const offset = directory.getUint32(at + 42, true);
  const entry: ZipEntry = {
    path: Buffer.from(name).toString(),
    isDeflated: method === 8,
    crc,
    compressedSize,
    size,
    offset,
  };
  const end = offset + localHeaderLength + nameLength + compressedSize + descriptorLength;
  return { entry, length: entryLength + nameLength, end };
}

type Sizes = [crc: number, compressedSize: number, size: number];

/** Where the content of a file begins; what stands around it must say the same as the directory. */
export async function startOf(source: ArchiveSource, entry: ZipEntry): Promise<number> {
  const { path, offset, isDeflated, crc, compressedSize, size } = entry;
  const name = Buffer.from(path);
  const length = localHeaderLength + name.length;
  const header = Buffer.from(await source.read(offset, length));
  const descriptor = Buffer.from(await source.read(offset + length + compressedSize, descriptorLength));
  const isSame =
    header.length === length &&
    header.readUInt32LE(0) === 0x04034b50 &&
    (header.readUInt16LE(6) & sizeFollows) !== 0 &&
    header.readUInt16LE(8) === (isDeflated ? 8 : 0) &&
    header.subarray(14, 26).every((byte) => byte === 0) &&
    header.readUInt16LE(26) === name.length &&
    header.readUInt16LE(28) === 0 &&
    header.subarray(localHeaderLength).equals(name) &&
    descriptor.equals(Buffer.from(Uint32Array.of(0x08074b50, crc, compressedSize, size).buffer));
  if (!isSame) throw malformed(`${path} is another file there than its directory says`);
  return offset + length;
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

export function malformed(why: string): LedgerError {
  return new LedgerError('invalid', `not a change report: ${why}`, {
    hint: 'name a file that was made with: deploy-ledger report changes',
  });
}
