import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileNames, largeFleet, picturesOf, plainOptions } from '../../../../test/support/graph-pictures.ts';
import { readXml } from '../../../../test/support/well-formed-xml.ts';
import { pictureDependencies } from '../../../analysis/pictures/graph/dependencies-picture.ts';
import { pictureImpact } from '../../../analysis/pictures/graph/impact-picture.ts';
import { displayWidth } from '../../terminal/display-width.ts';
import { formatsOf, type Picture, type PictureFormat, renderPicture } from '../picture.ts';

const names = fc.uniqueArray(fc.oneof(fc.constantFrom(...hostileNames), fc.string({ unit: 'binary', minLength: 1 })), {
  minLength: 1,
  maxLength: 6,
});

function render(picture: Picture, format: PictureFormat, options = {}): string {
  return renderPicture(picture, format, { ...plainOptions, ...options }) ?? '';
}

const types = ['flow', 'dependencies', 'topology', 'impact'] as const;

describe.each(types)('a picture of type %s', (type) => {
  test('exists in every language of graphs', () => {
    expect(formatsOf(type)).toEqual(['svg', 'ascii', 'd3', 'mermaid', 'dot']);
  });

  test('is well-formed SVG with alternative text, whatever the names', () => {
    fc.assert(
      fc.property(names, (given) => {
        const [svg, title, description] = readXml(render(picturesOf(given)[type], 'svg').trimEnd());
        expect([svg?.name, title?.name, description?.name]).toEqual(['svg', 'title', 'desc']);
        expect(title?.text).not.toBe('');
        expect(description?.text).not.toBe('');
      }),
      { numRuns: 40 },
    );
  });

  test('refers to nothing outside of itself', () => {
    const svg = render(picturesOf(['http://evil.example/x', '<script>', 'url(x)'])[type], 'svg');
    const elements = new Set(readXml(svg.trimEnd()).map(({ name }) => name));
    for (const foreign of ['script', 'image', 'use', 'a', 'foreignObject']) expect(elements).not.toContain(foreign);
    expect(svg).not.toMatch(/ (?:href|xlink:href|on\w+)=/);
  });

  test('has no line of Mermaid in which a name could be anything but text', () => {
    fc.assert(
      fc.property(names, (given) => {
        const lines = render(picturesOf(given)[type], 'mermaid').trimEnd().split('\n').slice(3);
        for (const line of lines) expect(line).toMatch(mermaidLine);
      }),
      { numRuns: 40 },
    );
  });

  test('has no line of DOT in which a name could be anything but text', () => {
    fc.assert(
      fc.property(names, (given) => {
        for (const line of render(picturesOf(given)[type], 'dot').trimEnd().split('\n')) expect(line).toMatch(dotLine);
      }),
      { numRuns: 40 },
    );
  });

  test('is data with links between the ids of its nodes for d3', () => {
    fc.assert(
      fc.property(names, (given) => {
        const { nodes, links } = JSON.parse(render(picturesOf(given)[type], 'd3'));
        const ids = new Set(nodes.map(({ id }: { id: string }) => id));
        expect(ids.size).toBe(nodes.length);
        for (const { source, target } of links) expect([ids.has(source), ids.has(target)]).toEqual([true, true]);
      }),
      { numRuns: 40 },
    );
  });

  test('stays inside the terminal', () => {
    fc.assert(
      fc.property(names, fc.integer({ min: 40, max: 120 }), (given, width) => {
        const lines = render(picturesOf(given)[type], 'ascii', { width, height: 20 }).split('\n');
        expect(lines.length).toBeGreaterThan(2);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
        expect(lines.join('')).not.toMatch(/[\p{Cc}\u202a-\u202e]/u);
      }),
      { numRuns: 40 },
    );
  });

  test('is the same every time', () => {
    for (const format of formatsOf(type)) {
      expect(render(picturesOf(hostileNames)[type], format)).toBe(render(picturesOf(hostileNames)[type], format));
    }
  });
});

const text = '(?:[A-Za-z0-9 .,()/\\-\\u0080-\\uffff]|#\\d+;|<br/>)*';
const mermaidLine = new RegExp(
  [
    'flowchart LR',
    `  acc(?:Title|Descr): ${text}`,
    `  subgraph \\w+\\["${text}"\\]`,
    '  end',
    ` +[nlm]\\d+\\["${text}"\\]:::\\w+`,
    `  n\\d+ -->(?:\\|"${text}"\\|)? n\\d+`,
    '  classDef \\w+ stroke:#[0-9a-f]{6},stroke-width:\\dpx',
    '  linkStyle \\d+ stroke:#[0-9a-f]{6}',
  ]
    .map((line) => `^${line}$`)
    .join('|'),
);

const quoted = '"(?:[^"\\\\]|\\\\[\\\\"nl])*"';
const attributes = `\\w+=(?:${quoted}|[\\w.]+)(?:[,;] \\w+=(?:${quoted}|[\\w.]+))*`;
const dotLine = new RegExp(
  [
    'digraph \\w+ \\{',
    ` +(?:graph|node|edge|[nl]\\d+|n\\d+ -> n\\d+) \\[${attributes}\\];`,
    `    ${attributes};`,
    '  subgraph cluster_\\w+ \\{',
    '  \\}',
    '\\}',
  ]
    .map((line) => `^${line}$`)
    .join('|'),
);

describe('a picture of 200 services', () => {
  test.each([0, 12])('stays readable and within what Mermaid takes, with %i teams', (teams) => {
    const graph = largeFleet(200, teams);
    const pictures = [
      pictureDependencies(graph, { service: null, environment: null }),
      pictureImpact(graph, { service: 's0', environment: null }),
    ];
    for (const picture of pictures) {
      const mermaid = render(picture, 'mermaid');
      expect(mermaid.length).toBeLessThanOrEqual(50_000);
      expect(mermaid.match(/ n\d+\["/g)?.length).toBeLessThanOrEqual(60);
      expect(mermaid.match(/-->/g)?.length).toBeLessThan(500);
    }
  });

  test('says in the picture and in its alternative text what it leaves out', () => {
    const svg = render(pictureDependencies(largeFleet(200, 0), { service: null, environment: null }), 'svg');
    const elements = readXml(svg.trimEnd());
    const description = elements.find(({ name }) => name === 'desc')?.text ?? '';
    const shown = elements.flatMap((element) => (element.name === 'text' ? element.text : [])).join(' ');
    expect(shown).toMatch(/and \d+ more/);
    const omitted = description.match(/Not drawn: \d+ [a-z ]+\./g) ?? [];
    expect(omitted.length).toBeGreaterThan(0);
    for (const sentence of omitted) expect(shown).toContain(sentence);
  });

  test('writes less of long names where Mermaid takes no more', () => {
    const graph = largeFleet(900, 30, (index) => `s${index} ${'<'.repeat(60)}`);
    const mermaid = render(pictureDependencies(graph, { service: null, environment: null }), 'mermaid');
    expect(mermaid.length).toBeLessThanOrEqual(50_000);
    expect(mermaid).toMatch(/and \d+ more/);
  });
});
