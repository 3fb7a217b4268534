import assert from 'node:assert/strict';
import type { NewDeadLetter } from '../../src/projections/position-store.ts';
import { assertSame, type Suite, withLedger } from './contract.ts';

const letter = (index: number, receiver = 'a'): NewDeadLetter => ({
  receiver,
  index,
  attempts: 20,
  error: 'it answered 500',
  failedMs: 1000,
});

export const positionsContract: Suite = ({ describe, it }, open) => {
  describe('positions', () => {
    it('begin once, and never go back', () =>
      withLedger(open, async (store) => {
        const positions = await store.positions();
        assert.equal(await positions.begin('a', 7), 7);
        assert.equal(await positions.begin('a', 9), 7);
        await positions.advance('a', 12);
        await positions.advance('a', 10);
        assert.equal(await positions.begin('a', 0), 12);
        assert.equal(await positions.begin('b', 3), 3);
      }));

    it('leave behind what was not taken, once for each receiver and fact', () =>
      withLedger(open, async (store) => {
        const positions = await store.positions();
        await positions.begin('a', 0);
        for (const index of [4, 4, 5]) await positions.advance('a', index + 1, letter(index));
        await positions.advance('b', 5, letter(4, 'b'));
        const dead = await positions.deadLetters({});
        assertSame(
          dead.map(({ receiver, index }) => [receiver, index]),
          [
            ['a', 4],
            ['a', 5],
            ['b', 4],
          ],
        );
        assertSame({ ...dead[0], id: '' }, { ...letter(4), id: '', due: false });
        assert.equal(await positions.begin('a', 0), 6);
      }));

    it('send again what is asked for, until it is taken', () =>
      withLedger(open, async (store) => {
        const positions = await store.positions();
        await positions.advance('a', 5, letter(4));
        const [{ id } = { id: '' }] = await positions.deadLetters({ due: false });
        assertSame(await positions.deadLetters({ due: true }), []);
        assert.equal(await positions.sendAgain('dead-99'), false);
        assert.equal(await positions.sendAgain('x'), false);
        assert.equal(await positions.sendAgain(id), true);
        assert.equal((await positions.deadLetters({ due: true }))[0]?.id, id);
        await positions.failAgain(id, 'it answered 404', 2000);
        const again = { ...letter(4), id, attempts: 21, error: 'it answered 404', failedMs: 2000, due: false };
        assertSame(await positions.deadLetters({}), [again]);
        await positions.settleDeadLetter(id);
        assertSame(await positions.deadLetters({}), []);
      }));
  });
};
