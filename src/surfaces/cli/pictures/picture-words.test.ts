import { expect, test } from 'vitest';
import { pictureFormat, pictureType } from './picture-words.ts';

test('knows pictures and languages by their other names', () => {
  expect(pictureType('dependency_graph')).toBe('dependencies');
  expect(pictureType('Topology')).toBe('topology');
  expect(pictureFormat('flow', 'graphviz', undefined)).toBe('dot');
});

test('takes the language from the name of the file where none is typed, else ascii', () => {
  const formats = ['a.svg', 'a.DOT', 'a.gv', 'a.mmd', 'a.json', 'a.txt', 'a', undefined];
  expect(formats.map((path) => pictureFormat('flow', undefined, path))).toEqual([
    'svg',
    'dot',
    'dot',
    'mermaid',
    'd3',
    'ascii',
    'ascii',
    'ascii',
  ]);
  expect(pictureFormat('flow', 'mermaid', 'a.svg')).toBe('mermaid');
});

test('names the languages that a type has when another is asked for', () => {
  expect(() => pictureFormat('topology', 'gnuplot', undefined)).toThrow(
    expect.objectContaining({ code: 'invalid', hint: 'formats of topology: svg, ascii, d3, mermaid, dot' }),
  );
  expect(() => pictureType(undefined)).toThrow(expect.objectContaining({ code: 'invalid' }));
  expect(() => pictureType('topologi')).toThrow('did you mean "topology"?');
});
