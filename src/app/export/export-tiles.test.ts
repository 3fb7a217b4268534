import { describe, expect, it } from 'vitest';
import { openTestLedger, type TestLedger } from '../../../test/support/test-ledger.ts';
import { hasCode } from '../../domain/errors.ts';
import type { StoredCheckpoint } from '../../ledger/log-store.ts';
import { verifyDirectory } from '../log/verify-directory.ts';
import { exporter } from './export.ts';

const service = (i: number) => ({ type: 'service', name: `service-${i}` }) as const;

/** A ledger of so many facts, the last of them signed. */
async function signedLedger(size: number): Promise<TestLedger & { readonly checkpoint: StoredCheckpoint }> {
  const ledger = await openTestLedger(0);
  await ledger.record(...Array.from({ length: size - 1 }, (_, i) => service(i)));
  await ledger.recordSigned(service(size));
  const checkpoint = await ledger.store.latestCheckpoint();
  if (checkpoint === undefined) throw new TypeError('no checkpoint');
  return { ...ledger, checkpoint };
}

async function filesOf(ledger: TestLedger, checkpoint: StoredCheckpoint): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, content } of exporter(ledger.store).tiles(checkpoint)) files.set(path, content);
  return files;
}

describe('an exported log', () => {
  it.each([1, 255, 256, 257, 600])('of %i facts can be verified from its files alone', async (size) => {
    const ledger = await signedLedger(size);
    const files = await filesOf(ledger, ledger.checkpoint);
    const { verifierKey = '' } = (await ledger.store.identity()) ?? {};
    const report = await verifyDirectory(async (path) => files.get(path), verifierKey, []);
    expect(report).toMatchObject({ ok: true, size, failures: [] });
  });

  it('has the tiles and bundles of its size and no others, and its checkpoint last', async () => {
    const ledger = await signedLedger(600);
    expect([...(await filesOf(ledger, ledger.checkpoint)).keys()]).toEqual([
      'tile/entries/000',
      'tile/0/000',
      'tile/entries/001',
      'tile/0/001',
      'tile/entries/002.p/88',
      'tile/0/002.p/88',
      'tile/1/000.p/2',
      'checkpoint',
    ]);
  });

  it('ends with its checkpoint, though the ledger went on', async () => {
    const ledger = await signedLedger(10);
    const before = await filesOf(ledger, ledger.checkpoint);
    await ledger.record(...Array.from({ length: 300 }, (_, i) => service(i)));
    expect(await filesOf(ledger, ledger.checkpoint)).toEqual(before);
  });

  it('is refused without a checkpoint when the facts are not those that were signed', async () => {
    const ledger = await signedLedger(3);
    const other = await openTestLedger(9_000_000);
    await other.record(service(1), service(2), service(3));
    const paths: string[] = [];
    const attempt = async () => {
      for await (const { path } of exporter(other.store).tiles(ledger.checkpoint)) paths.push(path);
    };
    await expect(attempt()).rejects.toSatisfy((error) => hasCode(error, 'unverified'));
    expect(paths).not.toContain('checkpoint');
  });
});
