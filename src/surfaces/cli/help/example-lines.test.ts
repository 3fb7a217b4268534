import { expect, test } from 'vitest';
import { exampleLines } from './example-lines.ts';

test('leaves a short example on its line', () => {
  expect(exampleLines('gdl list --status failure', 80)).toEqual(['  gdl list --status failure']);
});

test('breaks a long one before an option, so that a shell still takes it as one command', () => {
  const lines = exampleLines('gdl record --service api --version 1 -- make -j 4', 30);
  expect(lines).toEqual(['  gdl record --service api \\', '    --version 1 -- make -j 4']);
  expect(lines.map((line) => line.length).every((length) => length <= 30)).toBe(true);
});
