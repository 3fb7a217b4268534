import { expect, test } from 'vitest';
import type { Setting } from '../settings.ts';
import { Output } from './output.ts';

function outputOn({
  isTerminal = false,
  quiet = false,
  format,
}: {
  isTerminal?: boolean;
  quiet?: boolean;
  format?: Setting;
}) {
  const written = { stdout: '', stderr: '' };
  const channel = (name: 'stdout' | 'stderr') => ({
    isTerminal,
    color: false,
    write: async (text: string) => {
      written[name] += text;
    },
  });
  const usual: Setting = { value: undefined, layer: 'default', place: '' };
  const output = new Output({ stdout: channel('stdout'), stderr: channel('stderr'), quiet, format: format ?? usual });
  return { output, written };
}

const rows = { columns: [{ name: 'id', value: (row: { id: number }) => row.id }], empty: 'nothing there' };

test('writes tables on a terminal and JSON in a pipe, unless somebody says otherwise', () => {
  const format: Setting = { value: 'csv', layer: 'file', place: 'config.yaml' };
  expect(outputOn({ isTerminal: true }).output.format).toBe('table');
  expect(outputOn({ isTerminal: false }).output.format).toBe('json');
  expect(outputOn({ isTerminal: true, format }).output.format).toBe('csv');
});

test('knows whether the command line itself asked for the format', () => {
  expect(outputOn({ format: { value: 'json', layer: 'flag', place: '--format' } }).output.askedForFormat).toBe(true);
  expect(outputOn({ format: { value: 'json', layer: 'environment', place: 'X' } }).output.askedForFormat).toBe(false);
});

test('says to people that there is nothing, and gives programs an empty list', async () => {
  const people = outputOn({ isTerminal: true });
  await people.output.rows([], rows);
  expect(people.written).toEqual({ stdout: '', stderr: 'nothing there\n' });
  const machine = outputOn({});
  await machine.output.rows([], rows);
  expect(machine.written).toEqual({ stdout: '[]\n', stderr: '' });
});

test('keeps sentences, notes and warnings to itself when quiet, and data not', async () => {
  const { output, written } = outputOn({ quiet: true });
  await output.say('done');
  await output.note('by the way');
  await output.warn('careful');
  await output.rows([{ id: 1 }], rows);
  expect(written).toEqual({ stdout: '[\n  {\n    "id": 1\n  }\n]\n', stderr: '' });
});
