import assert from 'node:assert/strict';
import { verifyProofFile } from '../../src/app/log/prove.ts';
import { LedgerError } from '../../src/domain/errors.ts';
import { type OpenedLedger, openOver, refusalOf } from '../support/ledgers.ts';
import { contentsOf } from '../support/ledgers-contents.ts';
import { MemoryKeys } from '../support/ledgers-keys.ts';
import type { Suite } from './contract.ts';
import { onLedger } from './ledger-suite.ts';

const deployment = {
  type: 'deployment',
  service: 'api',
  version: '2.3.0',
  environment: 'production',
  initiator: 'Ann',
};

export const signingSuite: Suite = ({ describe, it }, open) => {
  describe('a ledger whose log was signed further elsewhere', () => {
    it('refuses to sign, records nothing, and the other one goes on', async () => {
      const [original, copy] = await twins();
      await original.take(deployment, { sign: true });
      for (const attempt of everyWayToSign(copy)) {
        const before = await contentsOf(copy.store);
        const refusal = await refusalOf(attempt());
        assert.equal(refusal.code, 'unverified');
        assert.match(refusal.message, /refusing to sign: this machine has already signed a log of 21 facts/);
        assert.match(String(refusal.hint), /copy or an old backup: use the newest one/);
        assert.deepEqual(await contentsOf(copy.store), before);
      }
      await original.take(deployment, { sign: true });
      assert.deepEqual((await original.verify({})).failures, []);
      await close(original, copy);
    });

    it('refuses to sign when it has grown longer in another way', async () => {
      const [original, copy] = await twins();
      await original.take(deployment, { sign: true });
      await copy.takeAll([{ ...deployment, version: 'other' }, deployment, deployment]);
      const before = await contentsOf(copy.store);
      const refusal = await refusalOf(copy.take(deployment, { sign: true }));
      assert.match(
        refusal.message,
        /^refusing to sign: the first 21 facts have the root [0-9a-f]{64}, but this machine has signed/,
      );
      assert.deepEqual(await contentsOf(copy.store), before);
      const where = (await copy.verify({ only: 'log' })).failures.map((failure) => failure.where);
      assert.deepEqual(where, ['checkpoint 21', 'the last checkpoint beside the signing key']);
      await close(original, copy);
    });

    it('may sign again when it is the same log', async () => {
      const [original, copy] = await twins();
      const claim = { ...deployment, id: 'd', initiator: null };
      await original.take(claim, { sign: true });
      await copy.take(claim);
      await copy.take(deployment, { sign: true });
      await close(original, copy);
    });

    it('says so when it is verified', async () => {
      const [original, copy] = await twins();
      await original.take(deployment, { sign: true });
      const { failures } = await copy.verify({ only: 'log' });
      assert.deepEqual(
        failures.map(({ index, where }) => [index, where]),
        [
          [null, 'checkpoint 21'],
          [20, 'the last checkpoint beside the signing key'],
        ],
      );
      await close(original, copy);
    });
  });

  describe('a history that was written anew', () => {
    it('is found out by the checkpoint beside the key, however well everything in it fits together', async () => {
      const [original, forged] = await twins([{ ...deployment, id: 'forged', version: '6.6.6' }]);
      const { failures } = await forged.verify({});
      assert.deepEqual(
        failures.map(({ index, where }) => [index, where]),
        [
          [null, 'checkpoint 20'],
          [0, 'the last checkpoint beside the signing key'],
        ],
      );
      await close(original, forged);
    });
  });

  describe('a key that cannot be used', () => {
    for (const [what, spoil] of [
      ['is not here', (keys: MemoryKeys) => keys.lose()],
      ['has no room for a checkpoint beside it', (keys: MemoryKeys) => Object.assign(keys, { full: true })],
    ] as const) {
      it(`because it ${what} leaves nothing recorded`, () =>
        onLedger(open, async (ledger) => {
          await ledger.take(deployment, { sign: true });
          await ledger.take(deployment);
          spoil(ledger.keys);
          const before = await contentsOf(ledger.store);
          for (const attempt of everyWayToSign(ledger)) {
            assert.equal((await refusalOf(attempt())).code, 'storage');
            assert.deepEqual(await contentsOf(ledger.store), before);
          }
        }));
    }

    it('does not stop what is not signed', () =>
      onLedger(open, async (ledger) => {
        ledger.keys.lose();
        assert.equal((await ledger.take(deployment)).index, 0);
      }));
  });

  describe('a checkpoint', () => {
    it('is signed once for each length of the log', () =>
      onLedger(open, async ({ take, checkpoint, store }) => {
        await take(deployment);
        const first = await checkpoint();
        assert.equal(await checkpoint(), first);
        await take(deployment);
        assert.notEqual(await checkpoint(), first);
        assert.equal((await store.latestCheckpoint())?.size, 2);
      }));

    it('of an empty log can be signed, and later ones contain it', () =>
      onLedger(open, async ({ take, checkpoint, verify }) => {
        const empty = await checkpoint();
        await take(deployment, { sign: true });
        assert.deepEqual((await verify({ against: [empty] })).failures, []);
      }));
  });

  describe('a proof', () => {
    it('of each fact holds by the verifier key alone', () =>
      onLedger(open, async ({ takeAll, prove, verifierKey, origin }) => {
        await takeAll(Array.from({ length: 300 }, (_, i) => ({ ...deployment, id: `d${i}` })));
        for (const index of [0, 1, 127, 255, 256, 299]) {
          const { proof, fact } = await prove(index);
          const verified = verifyProofFile(proof, verifierKey);
          assert.deepEqual([verified.origin, verified.index, verified.size], [origin, index, 300]);
          assert.deepEqual(verified.fact, JSON.parse(fact));
        }
        assert.equal((await prove('d298')).index, 298);
      }));

    it('is refused when any one bit of it is another', () =>
      onLedger(open, async ({ takeAll, prove, verifierKey }) => {
        await takeAll(Array.from({ length: 5 }, () => deployment));
        const { proof } = await prove(3);
        const bytes = Buffer.from(proof);
        const accepted: string[] = [];
        for (let bit = 0; bit < bytes.length * 8; bit++) {
          const flipped = Buffer.from(bytes);
          flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
          if (isAccepted(flipped.toString(), verifierKey)) accepted.push(`bit ${bit & 7} of byte ${bit >> 3}`);
        }
        assert.deepEqual(accepted, []);
      }));

    it("is refused by another log's key", () =>
      onLedger(open, async ({ take, prove }) => {
        await take(deployment);
        const other = await new MemoryKeys().create('test.example/other');
        assert.equal(isAccepted((await prove(0)).proof, other), false);
      }));

    it('of what is not there is refused', () =>
      onLedger(open, async ({ take, prove }) => {
        await take(deployment);
        for (const ref of [1, '1', 'nobody']) assert.equal((await refusalOf(prove(ref))).code, 'not-found');
      }));
  });

  /** Two ledgers of one key: the same to the last byte, as after a database was copied, unless the second one is forged. */
  async function twins(forgeries: readonly unknown[] = []): Promise<[OpenedLedger, OpenedLedger]> {
    const keys = new MemoryKeys();
    const made = await Promise.all(
      [open(), open()].map(async (store) => openOver(await store, { scratch: open, keys })),
    );
    const [original, copy] = made as [OpenedLedger, OpenedLedger];
    const claims = Array.from({ length: 20 }, (_, i) => ({ ...deployment, version: `1.${i}` }));
    await original.takeAll(claims);
    await original.checkpoint();
    await copy.takeAll([...forgeries, ...claims.slice(forgeries.length)]);
    if (forgeries.length > 0) return [original, copy];
    await copy.checkpoint();
    assert.deepEqual(await contentsOf(copy.store), await contentsOf(original.store));
    return [original, copy];
  }
};

function everyWayToSign(ledger: OpenedLedger): (() => Promise<unknown>)[] {
  const readings = (async function* () {
    yield { line: 1, claim: deployment } as never;
  })();
  return [
    () => ledger.take(deployment, { sign: true }),
    () => ledger.importFrom(readings, { source: 'test' }),
    () => ledger.eraseActor('Ann', { aliases: [], dryRun: false }),
  ];
}

function isAccepted(proof: string, verifierKey: string): boolean {
  try {
    verifyProofFile(proof, verifierKey);
    return true;
  } catch (error) {
    if (error instanceof LedgerError) return false;
    throw error;
  }
}

async function close(...ledgers: OpenedLedger[]): Promise<void> {
  for (const ledger of ledgers) await ledger.close();
}
