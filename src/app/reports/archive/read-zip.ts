import { Inflate } from 'fflate';
import { type ArchiveSource, malformed, readZipDirectory, startOf, type ZipEntry } from './zip-directory.ts';

/** Bytes that are read at a time. */
const pieceLength = 65_536;
/** More than any report holds in one piece: 256 MiB. */
const largestWhole = 1 << 28;

/** A ZIP made by `writeZip`, whose files are read in flat memory. Nothing that it holds is trusted. */
export class ZipArchive {
  readonly #source: ArchiveSource;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  private constructor(source: ArchiveSource, entries: ReadonlyMap<string, ZipEntry>) {
    this.#source = source;
    this.#entries = entries;
  }

  /** @throws LedgerError `invalid` when it is no such ZIP. */
  static async open(source: ArchiveSource): Promise<ZipArchive> {
    return new ZipArchive(source, await readZipDirectory(source));
  }

  get paths(): string[] {
    return [...this.#entries.keys()];
  }

  /**
   * The content of a file; undefined when there is none of this path.
   * @throws LedgerError `invalid`, while reading, when it is damaged.
   */
  content(path: string): AsyncIterable<Uint8Array> | undefined {
    const entry = this.#entries.get(path);
    return entry && this.#read(entry);
  }

  /**
   * The same as a whole, at most `most` bytes.
   * @throws LedgerError `invalid` when it is damaged or longer: whoever made the file may want to fill the memory of whoever verifies it.
   */
  async whole(path: string, most = largestWhole): Promise<Buffer | undefined> {
    const content = this.content(path);
    if (content === undefined) return undefined;
    if ((this.#entries.get(path)?.size ?? 0) > most) throw malformed(`${path} is longer than ${most} bytes`);
    const pieces: Uint8Array[] = [];
    for await (const piece of content) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  async *#read(entry: ZipEntry): AsyncGenerator<Uint8Array> {
    const start = await startOf(this.#source, entry);
    const stored = this.#stored(start, entry);
    let size = 0;
    for await (const piece of entry.isDeflated ? inflate(stored, entry.path) : stored) {
      size += piece.length;
      if (size > entry.size) throw malformed(`${entry.path} is longer than it says`);
      yield piece;
    }
    if (size < entry.size) throw malformed(`${entry.path} is shorter than it says`);
  }

  async *#stored(start: number, { path, compressedSize }: ZipEntry): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < compressedSize; at += pieceLength) {
      const length = Math.min(pieceLength, compressedSize - at);
      const piece = await this.#source.read(start + at, length);
      if (piece.length < length) throw malformed(`${path} is cut off`);
      yield piece;
    }
  }
}

async function* inflate(pieces: AsyncIterable<Uint8Array>, path: string): AsyncGenerator<Uint8Array> {
  let inflated: Uint8Array[] = [];
  let isComplete = false;
  const inflater = new Inflate((piece, final) => {
    inflated.push(piece);
    isComplete ||= final;
  });
  const push = (piece: Uint8Array, final: boolean) => {
    try {
      inflater.push(piece, final);
    } catch {
      throw malformed(`${path} is damaged`);
    }
  };
  for await (const piece of pieces) {
    push(piece, false);
    yield* inflated;
    inflated = [];
  }
  if (!isComplete) push(new Uint8Array(), true);
  yield* inflated;
}
