import { describe, expect, it } from 'vitest';
import { cellValue } from './cell-value.ts';
import { fieldNamed } from './claim-fields.ts';

function read(name: string, text: string): unknown {
  const field = fieldNamed(name, 'deployment');
  if (field === undefined) throw new Error(`no field ${name}`);
  return cellValue(field, text);
}

describe('cellValue', () => {
  it('reads text, numbers, lists and objects as their fields want them', () => {
    expect(read('version', ' 2.10 ')).toBe('2.10');
    expect(read('replicas', '5')).toBe(5);
    expect(read('progress.percentage', '12.5')).toBe(12.5);
    expect(read('approvedBy', 'alice, bob,')).toEqual(['alice', 'bob']);
    expect(read('metadata', '{"team":"a"}')).toEqual({ team: 'a' });
    expect(read('commits', '[{"sha":"abcd"}]')).toEqual([{ sha: 'abcd' }]);
  });

  it('reads the usual words for true and false', () => {
    for (const text of ['true', 'YES', 'y', '1', 'on', 'T']) expect(read('planned', text)).toBe(true);
    for (const text of ['false', 'No', 'n', '0', 'off', 'F']) expect(read('planned', text)).toBe(false);
  });

  it('refuses what the field cannot hold, naming the field and the text', () => {
    expect(() => read('replicas', 'many')).toThrow('replicas: "many" is not a number');
    expect(() => read('replicas', '0x10')).toThrow('is not a number');
    expect(() => read('planned', 'maybe')).toThrow('planned: "maybe" is not true or false');
    expect(() => read('metadata', 'team=a')).toThrow('metadata: "team=a" is not an object');
    expect(() => read('commits', 'abcd')).toThrow('commits: "abcd" is not a list of objects');
    expect(() => read('metadata', '{"team":}')).toThrow('at line 1, column 9');
  });
});
