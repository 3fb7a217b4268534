import { Zip, ZipDeflate, ZipPassThrough } from 'fflate';
import { LedgerError } from '../../../domain/errors.ts';
import type { ArchiveFile } from './archive-file.ts';

/** Beyond these a ZIP needs the Zip64 extension (APPNOTE 4.4.1.4), which is not written here. */
const mostFiles = 0xffff;
const mostBytes = 0xffff_ffff;

/**
 * Writes files as a ZIP, piece by piece, in the order in which they come. The same files make the same bytes on every machine: the time
 * of each is the first moment that a ZIP can name, and the compressor is our own dependency, not that of the platform.
 * @throws LedgerError `invalid` when they are too many, or too large, for a ZIP.
 */
export async function* writeZip(files: AsyncIterable<ArchiveFile>): AsyncGenerator<Uint8Array> {
  const written = new WrittenPieces();
  let count = 0;
  for await (const file of files) {
    count += 1;
    if (count > mostFiles) throw tooLarge(`more than ${mostFiles} files`);
    const entry = written.begin(file);
    for await (const piece of file.content) {
      entry.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
      yield* written.take();
    }
    entry.push(new Uint8Array(), true);
    yield* written.take();
  }
  written.end();
  yield* written.take();
}

class WrittenPieces {
  readonly #zip: Zip;
  #pieces: Uint8Array[] = [];
  #bytes = 0;

  constructor() {
    this.#zip = new Zip((error, piece) => {
      if (error) throw error;
      this.#pieces.push(piece);
    });
  }

  begin({ path, isDense = false }: ArchiveFile): ZipDeflate | ZipPassThrough {
    const entry = isDense ? new ZipPassThrough(path) : new ZipDeflate(path, { level: 6 });
    // The fields of a ZIP's time are those of the local zone, which this constructor takes too.
    entry.mtime = new Date(1980, 0, 1);
    this.#zip.add(entry);
    return entry;
  }

  end(): void {
    this.#zip.end();
  }

  *take(): Generator<Uint8Array> {
    const pieces = this.#pieces;
    this.#pieces = [];
    for (const piece of pieces) {
      this.#bytes += piece.length;
      if (this.#bytes > mostBytes) throw tooLarge('more than 4 GiB');
      yield piece;
    }
  }
}

function tooLarge(what: string): LedgerError {
  return new LedgerError('invalid', `the report would take ${what}, and a ZIP holds no more`, {
    hint: 'draw a smaller sample, or publish the log by itself with: deploy-ledger export --format tlog',
  });
}
