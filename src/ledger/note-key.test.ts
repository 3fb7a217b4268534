import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../test/vectors/ledger/signed-note.json' with { type: 'json' };
import { LedgerError } from '../domain/errors.ts';
import { isKeyName } from './note-key.ts';
import { formatSignerKey, noteSigner, parseSignerKey } from './note-signer.ts';
import { parseVerifierKey } from './note-verifier.ts';

const peter = vectors.notes.find(({ skey }) => skey !== undefined);
const invalid = expect.objectContaining({ code: 'invalid' });
const seed = Buffer.alloc(32, 3);

describe('the keys of notes', () => {
  it.each(vectors.notes)('read the verifier key of $name', ({ vkey }) => {
    const [name, id] = vkey.split('+');
    expect(parseVerifierKey(vkey)).toMatchObject({ name, id });
  });

  it('derive the verifier key that belongs to a secret', () => {
    expect(parseSignerKey(peter?.skey ?? '').verifierKey).toBe(peter?.vkey);
  });

  it('read back the secret that they wrote, for any name and seed', () => {
    const names = fc.string({ minLength: 1, unit: 'grapheme' }).filter(isKeyName);
    fc.assert(
      fc.property(names, fc.uint8Array({ minLength: 32, maxLength: 32 }), (name, bytes) => {
        const signer = parseSignerKey(formatSignerKey(name, bytes));
        const verifier = parseVerifierKey(signer.verifierKey);
        expect([signer.name, signer.id]).toEqual([verifier.name, verifier.id]);
        expect(verifier.verify(Buffer.from('x'), signer.sign(Buffer.from('x')))).toBe(true);
        expect(verifier.verify(Buffer.from('y'), signer.sign(Buffer.from('x')))).toBe(false);
      }),
    );
  });

  it('may hold pluses in their base64', () => {
    const keys = Array.from({ length: 64 }, (_, i) => noteSigner('a', Buffer.alloc(32, i)).verifierKey);
    const withPlus = keys.filter((key) => key.split('+').length > 3);
    expect(withPlus).not.toEqual([]);
    for (const key of withPlus) expect(parseVerifierKey(key).name).toBe('a');
  });

  it.each(['', 'a b', 'a+b', 'a\u00a0b', 'a\u0085b', 'a\u2003b', 'a\nb', 'a\u0000b', 'a\ud800'])(
    'have no name like %j',
    (name) => {
      expect(() => noteSigner(name, seed)).toThrow(invalid);
    },
  );

  it.each([0, 31, 33, 64])('are not made of a seed of %i bytes', (length) => {
    expect(() => noteSigner('a', Buffer.alloc(length))).toThrow(invalid);
  });

  it.each([
    ['', 'nothing'],
    ['PeterNeumann', 'no id and key'],
    ['PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'the id of another key'],
    ['PeterNewmann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'another name'],
    ['PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'capital digits'],
    ['PeterNeumann+c74f20a3+AhpC2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'another type of key'],
    ['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10Q=', 'a key of 31 bytes'],
    ['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n', 'a newline'],
    ['PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq_LDE4izWy10TW', 'the other base64'],
  ])('are not %j: %s', (text) => {
    expect(() => parseVerifierKey(text)).toThrow(invalid);
  });

  it('never quote a secret in an error', () => {
    const secret = formatSignerKey('log', seed);
    const base64 = secret.slice(secret.lastIndexOf('+') + 1);
    const [, , , id = ''] = secret.split('+');
    const otherId = secret.replace(id, '00000000');
    for (const text of [`${secret} `, secret.slice(0, -1), otherId, secret.replace('PRIVATE', 'PRIVAT')]) {
      const error = thrownBy(() => parseSignerKey(text));
      expect(error).toBeInstanceOf(LedgerError);
      expect(JSON.stringify([String(error), error])).not.toContain(base64.slice(2, 20));
    }
  });

  it('fail with nothing but LedgerError, whatever the text', () => {
    const piece = fc.constantFrom('PRIVATE+KEY+', 'a', '+', '00000000', 'AQ==', peter?.vkey ?? '', ' ', '\ud800');
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        for (const parse of [parseVerifierKey, parseSignerKey]) {
          const error = thrownBy(() => parse(pieces.join('')));
          if (error !== undefined) expect(error).toBeInstanceOf(LedgerError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

function thrownBy(work: () => unknown): unknown {
  try {
    work();
    return undefined;
  } catch (error) {
    return error;
  }
}
