import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { pictureDependencies } from '../../../src/analysis/pictures/graph/dependencies-picture.ts';
import { pictureImpact } from '../../../src/analysis/pictures/graph/impact-picture.ts';
import { type Picture, renderPicture } from '../../../src/renderers/pictures/picture.ts';
import { hostileNames, largeFleet, picturesOf, plainOptions } from '../../support/graph-pictures.ts';
import { drawWithMermaid } from '../../support/mermaid-in-chromium.ts';
import { isMissing } from '../../support/system-programs.ts';

const fleets = [largeFleet(200, 12), largeFleet(200, 0)].flatMap((graph): Picture[] => [
  pictureDependencies(graph, { service: null, environment: null }),
  pictureImpact(graph, { service: 's0', environment: null }),
]);
const pictures = [...Object.values(picturesOf(hostileNames)), ...Object.values(picturesOf(['a', 'b'])), ...fleets];

function written(picture: Picture, format: 'dot' | 'mermaid'): string {
  return renderPicture(picture, format, plainOptions) ?? '';
}

describe.skipIf(isMissing('dot'))('Graphviz', () => {
  test('reads every picture without a word, and shows each name as it is', () => {
    for (const picture of pictures) {
      const { status, stderr } = spawnSync('dot', ['-Tsvg'], { input: written(picture, 'dot'), encoding: 'utf8' });
      expect({ type: picture.type, status, stderr }).toEqual({ type: picture.type, status: 0, stderr: '' });
    }
    const dot = written(picturesOf(hostileNames).dependencies, 'dot');
    const read = JSON.parse(spawnSync('dot', ['-Tjson'], { input: dot, encoding: 'utf8' }).stdout);
    const tooltips = read.objects.flatMap(({ tooltip }: { tooltip?: string }) => tooltip ?? []);
    const asRead = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('&', '&amp;');
    for (const name of hostileNames) expect(tooltips).toContain(asRead(name));
  });
});

describe.skipIf(isMissing('chromium'))('Mermaid', () => {
  test('draws every picture, and shows each name as it is', () => {
    const answers = drawWithMermaid([
      ...pictures.map((picture) => written(picture, 'mermaid')),
      'flowchart LR\n a -->',
    ]);
    expect(answers.pop()?.error).toContain('Parse error');
    for (const [index, { error, title, description }] of answers.entries()) {
      expect({ type: pictures[index]?.type, error }).toEqual({ type: pictures[index]?.type, error: undefined });
      expect(title).not.toBe('');
      expect(description).not.toBe('');
    }
    const labels = answers.flatMap((answer) => answer.labels ?? []).join('\n');
    for (const name of hostileNames) expect(labels).toContain(name.length > 48 ? name.slice(0, 47) : name);
  });
});
