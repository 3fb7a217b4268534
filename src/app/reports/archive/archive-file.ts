/** A file of an archive. */
export interface ArchiveFile {
  /** With `/` between its parts. */
  readonly path: string;
  readonly content: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;
  /** Whether nothing is gained by compressing it, as with hashes. */
  readonly isDense?: boolean | undefined;
}

/** A file that is at hand as a whole. */
export function wholeFile(path: string, content: string | Uint8Array): ArchiveFile {
  return { path, content: [content] };
}
