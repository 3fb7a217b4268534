import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flipBit, leafBytes, path, treeHash } from '../../test/vectors/ledger/reference-tree.ts';
import { LedgerError } from '../domain/errors.ts';
import { signCheckpoint } from './checkpoint.ts';
import { leafHash } from './hashing.ts';
import { noteSigner } from './note-signer.ts';
import { parseVerifierKey } from './note-verifier.ts';
import { formatTlogProof, parseTlogProof, verifyTlogProof } from './tlog-proof.ts';

const log = noteSigner('example.com/log', Buffer.alloc(32, 1));
const logKey = parseVerifierKey(log.verifierKey);
const checkpoint = signCheckpoint({ origin: log.name, size: 7, root: treeHash(0, 7), extensions: [] }, log);
const proof = { index: 4, hashes: path(4, 0, 7), checkpoint };
const leaf = leafHash(leafBytes(4));
const text = formatTlogProof(proof);
const invalid = expect.objectContaining({ code: 'invalid' });
const unverified = expect.objectContaining({ code: 'unverified' });

describe('a tlog-proof', () => {
  it('has the lines of the standard', () => {
    const lines = text.split('\n');
    expect(lines.slice(0, 2)).toEqual(['c2sp.org/tlog-proof@v1', 'index 4']);
    expect(lines.slice(2, 6).map((line) => Buffer.from(line, 'base64').length)).toEqual([32, 32, 32, 0]);
    expect(lines.slice(6).join('\n')).toBe(checkpoint);
    expect(formatTlogProof({ ...proof, extra: Buffer.from('age') }).split('\n')[1]).toBe('extra YWdl');
  });

  it('of one leaf in a log of one has no hashes', () => {
    const one = signCheckpoint({ origin: log.name, size: 1, root: treeHash(0, 1), extensions: [] }, log);
    const parsed = parseTlogProof(formatTlogProof({ index: 0, hashes: [], checkpoint: one }));
    expect(verifyTlogProof(parsed, leafHash(leafBytes(0)), [logKey]).checkpoint.size).toBe(1);
  });

  it('holds for its leaf, its index and the key of its log', () => {
    expect(verifyTlogProof(parseTlogProof(text), leaf, [logKey]).checkpoint).toMatchObject({
      origin: log.name,
      size: 7,
    });
  });

  it('does not hold for another leaf, index, hash, key or checkpoint', () => {
    const stranger = parseVerifierKey(noteSigner('example.com/log', Buffer.alloc(32, 2)).verifierKey);
    expect(() => verifyTlogProof(proof, leafHash(leafBytes(5)), [logKey])).toThrow(unverified);
    expect(() => verifyTlogProof({ ...proof, index: 5 }, leaf, [logKey])).toThrow(unverified);
    expect(() => verifyTlogProof({ ...proof, hashes: proof.hashes.slice(1) }, leaf, [logKey])).toThrow(unverified);
    expect(() => verifyTlogProof(proof, leaf, [stranger])).toThrow(unverified);
    expect(() =>
      verifyTlogProof({ ...proof, checkpoint: checkpoint.replace('\n7\n', '\n6\n') }, leaf, [logKey]),
    ).toThrow(unverified);
    for (let bit = 0; bit < 256; bit++) {
      const hashes = proof.hashes.map((hash, i) => (i === bit % proof.hashes.length ? flipBit(hash, bit) : hash));
      expect(() => verifyTlogProof({ ...proof, hashes }, leaf, [logKey])).toThrow(unverified);
    }
  });

  it.each([
    ['is empty', ''],
    ['has another first line', text.replace('@v1', '@v2')],
    ['has no index', text.replace('index 4\n', '')],
    ['has its index and extra data swapped', text.replace('index 4\n', 'index 4\nextra YWdl\n')],
    ['has extra data twice', text.replace('index', 'extra YWdl\nextra YWdl\nindex')],
    ['has extra data that is not base64', text.replace('index', 'extra YWd\nindex')],
    ['has an index with a leading zero', text.replace('index 4', 'index 04')],
    ['has a negative index', text.replace('index 4', 'index -4')],
    ['has an index beyond 2^53 - 1', text.replace('index 4', 'index 9007199254740992')],
    ['has a short hash', text.replace('index 4\n', 'index 4\nAAAA\n')],
    ['has no checkpoint', text.slice(0, text.indexOf('\n\n') + 1)],
    ['has carriage returns', text.replaceAll('\n', '\r\n')],
  ])('is malformed when it %s', (_, wrong) => {
    expect(() => parseTlogProof(wrong)).toThrow(invalid);
  });

  it('is read back as it was written', () => {
    const bytes = (length: { minLength?: number; maxLength?: number }) =>
      fc.uint8Array(length).map((value) => Buffer.from(value));
    const hashes = fc.array(bytes({ minLength: 32, maxLength: 32 }), { maxLength: 5 });
    const any = fc.record(
      { index: fc.maxSafeNat(), hashes, checkpoint: fc.string(), extra: bytes({}) },
      { requiredKeys: ['index', 'hashes', 'checkpoint'] },
    );
    fc.assert(
      fc.property(any, (value) => {
        expect(parseTlogProof(formatTlogProof(value))).toEqual(value);
      }),
    );
  });

  it('fails with nothing but LedgerError, whatever the text', () => {
    const piece = fc.constantFrom(
      'c2sp.org/tlog-proof@v1\n',
      'index ',
      '4',
      '\n',
      'extra ',
      'YWdl',
      '=',
      text,
      checkpoint,
      '\ud800',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        try {
          verifyTlogProof(parseTlogProof(pieces.join('')), leaf, [logKey]);
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
