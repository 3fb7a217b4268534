import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import vectors from '../../test/vectors/ledger/signed-note.json' with { type: 'json' };
import { LedgerError } from '../domain/errors.ts';
import { openNote, signNote } from './note.ts';
import { noteSigner, parseSignerKey } from './note-signer.ts';
import { parseVerifierKey } from './note-verifier.ts';

const log = noteSigner('example.com/log', Buffer.alloc(32, 1));
const witness = noteSigner('example.com/witness', Buffer.alloc(32, 2));
const logKey = parseVerifierKey(log.verifierKey);
const witnessKey = parseVerifierKey(witness.verifierKey);
const note = signNote('text\n\n— with what looks like a signature\n', [log, witness]);
const invalid = expect.objectContaining({ code: 'invalid' });
const unverified = expect.objectContaining({ code: 'unverified' });

describe('a signed note', () => {
  it.each(vectors.notes)('of the standard opens: $name', ({ vkey, note: text }) => {
    const opened = openNote(text, [parseVerifierKey(vkey)]);
    expect(opened.text).toBe(text.slice(0, text.indexOf('\n\n') + 1));
    expect(opened.verified).toHaveLength(1);
  });

  it('of the standard is signed again byte for byte from its key', () => {
    const vector = vectors.notes.find(({ signReproducible }) => signReproducible === true);
    const text = vector?.note.slice(0, vector.note.indexOf('\n\n') + 1) ?? '';
    expect(signNote(text, [parseSignerKey(vector?.skey ?? '')])).toBe(vector?.note);
  });

  it('tells trusted signatures from unknown ones', () => {
    const opened = openNote(note, [logKey]);
    expect(opened.text).toBe('text\n\n— with what looks like a signature\n');
    expect(opened.verified.map(({ name }) => name)).toEqual(['example.com/log']);
    expect(opened.unknown.map(({ name }) => name)).toEqual(['example.com/witness']);
    expect(openNote(note, [witnessKey, logKey]).verified).toHaveLength(2);
  });

  it('counts a signature that stands twice once', () => {
    const [line = ''] = note.split('\n').slice(-3);
    expect(openNote(`${note}${line}\n`, [logKey]).verified).toHaveLength(1);
  });

  it('does not open without a signature of a trusted key', () => {
    const namesake = parseVerifierKey(noteSigner('example.com/log', Buffer.alloc(32, 9)).verifierKey);
    expect(() => openNote(note, [])).toThrow(unverified);
    expect(() => openNote(note, [namesake])).toThrow(unverified);
  });

  it('does not open when one of two trusted signatures is bad', () => {
    const other = signNote('other\n', [witness]).split('\n').at(-2) ?? '';
    const mixed = `${signNote('text\n', [log])}${other}\n`;
    expect(openNote(mixed, [logKey]).text).toBe('text\n');
    expect(() => openNote(mixed, [logKey, witnessKey])).toThrow(unverified);
  });

  it('does not open with any one character changed', () => {
    const signed = signNote('a text\n', [log]);
    for (let i = 0; i < signed.length; i++) {
      const changed = `${signed.slice(0, i)}${signed[i] === 'x' ? 'y' : 'x'}${signed.slice(i + 1)}`;
      expect(() => openNote(changed, [logKey])).toThrow(LedgerError);
    }
  });

  it('does not open when a trusted key has signed it well and badly', () => {
    const bad = signNote('other\n', [log]).split('\n').at(-2) ?? '';
    expect(() => openNote(`${signNote('text\n', [log])}${bad}\n`, [logKey])).toThrow(unverified);
  });

  it.each([
    ['is empty', ''],
    ['has no signature', 'text\n'],
    ['has no signature after the empty line', 'text\n\n'],
    ['does not end in a newline', note.slice(0, -1)],
    ['has an empty line after its signatures', `${note}\n`],
    ['has a line between its signatures', `${note}text\n`],
    ['has a hyphen for a dash', note.replace('— example.com/log', '- example.com/log')],
    ['has a space too many', note.replace('— example.com/log ', '— example.com/log  ')],
    ['has a carriage return', note.replace('\n', '\r\n')],
    ['has a U+0000', `\u0000${note}`],
    ['is no Unicode text', `\ud800${note}`],
    ['has a signature in the other base64', 'text\n\n— a AAAA_w==\n'],
    ['has a signature without padding', 'text\n\n— a AAAAAA\n'],
    ['has a signature with loose bits', 'text\n\n— a AAAAAAB=\n'],
    ['has a signature of an id only', 'text\n\n— a AAAAAA==\n'],
    ['has a plus in a name', 'text\n\n— a+b AAAAAAA=\n'],
    ['has 101 signatures', `text\n\n${'— a AAAAAAA=\n'.repeat(101)}`],
    ['is a megabyte long', `${'a'.repeat(1_000_000)}${note}`],
  ])('is malformed when it %s', (_, text) => {
    expect(() => openNote(text, [logKey])).toThrow(invalid);
  });

  it('is read with 100 signatures', () => {
    expect(openNote(`${signNote('text\n', [log])}${'— a AAAAAAA=\n'.repeat(99)}`, [logKey]).unknown).toHaveLength(99);
  });

  it.each(['', 'text', 'a\tb\n', 'a\r\n', '\ud800\n'])('is not made of the text %j', (text) => {
    expect(() => signNote(text, [log])).toThrow(invalid);
  });

  it('opens to the text that was signed, whatever it is', () => {
    const character = fc.oneof(
      fc.constantFrom('\n', '—', ' '),
      fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(fc.array(character), (characters) => {
        const text = `${characters.join('')}\n`;
        expect(openNote(signNote(text, [log]), [logKey]).text).toBe(text);
      }),
    );
  });

  it('fails with nothing but LedgerError, whatever the text', () => {
    const piece = fc.constantFrom(
      '\n',
      '\n\n',
      '— ',
      'example.com/log ',
      'AAAAAAA=',
      ' ',
      note,
      log.verifierKey,
      '\ud800',
      '\t',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(piece).map((pieces) => pieces.join('')),
        ),
        (text) => {
          try {
            openNote(text, [logKey, witnessKey]);
          } catch (error) {
            expect(error).toBeInstanceOf(LedgerError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('with a signature of another length is refused, not a crash', () => {
    for (const length of [1, 63, 65, 5000]) {
      const bytes = Buffer.concat([Buffer.from(log.id, 'hex'), Buffer.alloc(length)]);
      expect(() => openNote(`text\n\n— ${log.name} ${bytes.toString('base64')}\n`, [logKey])).toThrow(unverified);
    }
  });
});
