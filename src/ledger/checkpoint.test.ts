import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LedgerError } from '../domain/errors.ts';
import { formatCheckpoint, openCheckpoint, parseCheckpoint, signCheckpoint } from './checkpoint.ts';
import { signNote } from './note.ts';
import { noteSigner } from './note-signer.ts';
import { parseVerifierKey } from './note-verifier.ts';

const example = 'example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n';
const checkpoint = { origin: 'example.com/log', size: 7, root: Buffer.alloc(32, 5), extensions: [] };
const log = noteSigner('example.com/log', Buffer.alloc(32, 1));
const witness = noteSigner('example.com/witness', Buffer.alloc(32, 2));
const logKey = parseVerifierKey(log.verifierKey);
const witnessKey = parseVerifierKey(witness.verifierKey);
const invalid = expect.objectContaining({ code: 'invalid' });
const unverified = expect.objectContaining({ code: 'unverified' });

describe('a checkpoint', () => {
  it('of the standard is read, and written again byte for byte', () => {
    const parsed = parseCheckpoint(example);
    expect(parsed).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163, extensions: [] });
    expect(parsed.root).toHaveLength(32);
    expect(formatCheckpoint(parsed)).toBe(example);
  });

  it('is opened when its log has signed it', () => {
    const signed = signCheckpoint(checkpoint, log);
    expect(openCheckpoint(signed, [logKey]).checkpoint).toEqual(checkpoint);
    expect(() => openCheckpoint(signed.replace('\n7\n', '\n8\n'), [logKey])).toThrow(unverified);
  });

  it('is not opened when only somebody else has signed it', () => {
    const signed = signNote(formatCheckpoint(checkpoint), [witness]);
    expect(() => openCheckpoint(signed, [logKey, witnessKey])).toThrow(unverified);
    const both = signNote(formatCheckpoint(checkpoint), [witness, log]);
    expect(() => openCheckpoint(both, [witnessKey])).toThrow(unverified);
    expect(openCheckpoint(both, [witnessKey, logKey]).note.verified).toHaveLength(2);
  });

  it('is not signed in the name of another log', () => {
    expect(() => signCheckpoint(checkpoint, witness)).toThrow(invalid);
  });

  it.each([
    ['', 'is empty'],
    ['a\n1\n', 'has no root'],
    [example.slice(0, -1), 'does not end in a newline'],
    [`${example}\n`, 'has an empty extension'],
    [`\n${example}`, 'has an empty origin'],
    [example.replace('20852163', '020852163'), 'has a leading zero'],
    [example.replace('20852163', '+20852163'), 'has a sign'],
    [example.replace('20852163', '-1'), 'has a negative size'],
    [example.replace('20852163', '1e3'), 'has an exponent'],
    [example.replace('20852163', ' 1'), 'has a space'],
    [example.replace('20852163', '9007199254740992'), 'has a size beyond 2^53 - 1'],
    [example.replace('20852163', '9'.repeat(400)), 'has a size beyond any double'],
    [example.replace('CsUY', ''), 'has a root that is too short'],
    [example.replace('CsUY', 'CsUYCsUY'), 'has a root that is too long'],
    [example.replace('qom/X', 'qom_X'), 'has a root in the other base64'],
    [example.replace('q2I=', 'q2I'), 'has a root without padding'],
    [example.replace('q2I=', 'q2J='), 'has a root with loose bits'],
  ])('is not %j: it %s', (text) => {
    expect(() => parseCheckpoint(text)).toThrow(invalid);
  });

  it.each([
    { ...checkpoint, origin: '' },
    { ...checkpoint, origin: 'a\nb' },
    { ...checkpoint, size: -1 },
    { ...checkpoint, size: 2 ** 53 },
    { ...checkpoint, root: Buffer.alloc(31) },
    { ...checkpoint, extensions: [''] },
    { ...checkpoint, extensions: ['a\nb'] },
  ])('is not written from %j', (wrong) => {
    expect(() => formatCheckpoint(wrong)).toThrow(invalid);
  });

  it('is read back as it was written', () => {
    const line = fc.string({ unit: 'grapheme', minLength: 1 }).filter((text) => !text.includes('\n'));
    const root = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
    const any = fc.record({ origin: line, size: fc.maxSafeNat(), root, extensions: fc.array(line, { maxLength: 3 }) });
    fc.assert(
      fc.property(any, (value) => {
        expect(parseCheckpoint(formatCheckpoint(value))).toEqual(value);
      }),
    );
  });

  it('has one spelling, and fails with nothing but LedgerError', () => {
    const piece = fc.constantFrom(
      'a',
      '\n',
      '0',
      '1',
      'CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=',
      '=',
      ' ',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('');
        try {
          expect(formatCheckpoint(parseCheckpoint(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(LedgerError);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
