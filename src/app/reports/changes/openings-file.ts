import { LedgerError } from '../../../domain/errors.ts';
import { decodeBase64, encodeBase64 } from '../../../ledger/base64.ts';
import { canonicalize } from '../../../ledger/canonical-json.ts';
import type { LogReader, Opening } from '../../../ledger/log-store.ts';
import { sealedText } from '../../../ledger/sealing.ts';
import type { PlacedFact } from './place-facts.ts';

/** What opens the sealed values of the facts of the population, a line each: index, path, salt and value. */
export async function* openingLines(
  log: LogReader,
  blocks: AsyncIterable<readonly PlacedFact[]>,
): AsyncGenerator<string> {
  for await (const block of blocks) {
    const counted = block.filter(({ standing }) => standing === 'in the population');
    const openings = await log.openingsOf(counted.map(({ stored }) => stored.index));
    const lines = openings.map(({ index, path, salt, value }) =>
      canonicalize({ index, path, salt: encodeBase64(salt), value: JSON.parse(value) }),
    );
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }
}

/**
 * Reads the lines back. They prove nothing until they are compared with the facts.
 * @throws LedgerError `invalid` for a line of another form.
 */
export async function* parseOpenings(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Opening> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const piece of pieces) {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield parseLine(line);
  }
  if (rest !== '') throw malformedLine(rest);
}

function parseLine(line: string): Opening {
  const { index, path, salt, value } = parseObject(line);
  if (typeof index !== 'number' || typeof path !== 'string' || typeof salt !== 'string' || value === undefined) {
    throw malformedLine(line);
  }
  return { index, path, salt: decodeBase64(salt, 'a salt'), value: sealedText({ value }) };
}

function parseObject(line: string): Readonly<Record<string, unknown>> {
  try {
    const parsed: unknown = JSON.parse(line);
    if (typeof parsed === 'object' && parsed !== null) return { ...parsed };
  } catch {
    // Said below.
  }
  throw malformedLine(line);
}

function malformedLine(line: string): LedgerError {
  return new LedgerError('invalid', `not a line of openings: ${JSON.stringify(line.slice(0, 60))}`);
}
