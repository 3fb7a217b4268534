import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collect, inChunks } from '../../../test/support/file-readings.ts';
import { textChunks } from '../text-chunks.ts';
import { jsonElements } from './json-elements.ts';

const elementsOf = (text: string, size?: number) => collect(jsonElements(textChunks(inChunks(text, size))));
const textsOf = async (text: string, size?: number) =>
  (await elementsOf(text, size)).map((element) => element.text.trim());

describe('jsonElements', () => {
  it('finds the elements of arrays, however they are laid out and cut into chunks', async () => {
    const pages = fc.array(fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 4 }), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        pages,
        fc.integer({ min: 0, max: 2 }),
        fc.integer({ min: 1, max: 7 }),
        async (arrays, indent, size) => {
          const file = arrays.map((array) => JSON.stringify(array, null, indent)).join('');
          const found = (await textsOf(file, size)).map((text) => JSON.parse(text));
          expect(found).toEqual(JSON.parse(JSON.stringify(arrays.flat())));
        },
      ),
    );
  });

  it('takes objects that follow one another for elements too', async () => {
    expect(await textsOf('{"a":1}\n{"b":[2]}{"c":{}}')).toEqual(['{"a":1}', '{"b":[2]}', '{"c":{}}']);
  });

  it('says where each element starts', async () => {
    const places = (await elementsOf('[\n  {"a":\n1},  {"b":2}\n]', 2)).map(({ line, column }) => [line, column]);
    expect(places).toEqual([
      [2, 3],
      [3, 6],
    ]);
  });

  it('keeps a broken element apart from its neighbours', async () => {
    expect(await textsOf('[{"a":"x\n},{"b":2}]')).toEqual(['{"a":"x\n}', '{"b":2}']);
    expect(await textsOf('[{"a"]},{"b":2}]')).toEqual(['{"a"]}', '{"b":2}']);
    expect(await textsOf('[{"a" "\\"]"},{"b":2}]')).toEqual(['{"a" "\\"]"}', '{"b":2}']);
  });

  it('shows an element that is missing as an empty one', async () => {
    expect(await textsOf('[1,,2,]')).toEqual(['1', '', '2', '']);
    expect(await textsOf('[]')).toEqual([]);
    expect(await textsOf('[ ][\n]')).toEqual([]);
  });

  it('refuses a file that is no JSON, was cut short or is empty', async () => {
    await expect(elementsOf('<html>')).rejects.toThrow('not JSON: "<" at line 1, column 1');
    await expect(elementsOf('[1]\n ]')).rejects.toThrow('not JSON: "]" at line 2, column 2');
    await expect(elementsOf('[1,\n{"a":')).rejects.toThrow('cut short: it ends inside what starts at line 2');
    await expect(elementsOf('[1,2')).rejects.toThrow('cut short');
    await expect(elementsOf(' \n')).rejects.toThrow('the file is empty');
  });
});
