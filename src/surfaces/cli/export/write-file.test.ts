import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeFileWhole } from './write-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'write-file-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function* pieces(...texts: (string | Error)[]) {
  for (const text of texts) {
    if (text instanceof Error) throw text;
    yield text;
  }
}

test('writes all pieces, in the place of what was there', async () => {
  const path = join(folder, 'out');
  writeFileSync(path, 'old and longer');
  await writeFileWhole(path, pieces('a', 'b'));
  expect(readFileSync(path, 'utf8')).toBe('ab');
  expect(readdirSync(folder)).toEqual(['out']);
});

test('leaves what was there when the source fails half-way, and nothing beside it', async () => {
  const path = join(folder, 'out');
  writeFileSync(path, 'old');
  const failure = new Error('the source broke');
  await expect(writeFileWhole(path, pieces('a', failure))).rejects.toBe(failure);
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(folder)).toEqual(['out']);
});

test('says what cannot be written', async () => {
  const path = join(folder, 'missing', 'out');
  await expect(writeFileWhole(path, pieces('a'))).rejects.toMatchObject({
    code: 'storage',
    message: expect.stringContaining(`cannot write ${path}`),
  });
});
