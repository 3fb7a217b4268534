import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Picture, type PictureFormat, renderPicture } from '../../../src/renderers/pictures/picture.ts';
import { plainOptions } from '../../support/graph-pictures.ts';
import { drawWithMermaid } from '../../support/mermaid-in-chromium.ts';
import { isMissing } from '../../support/system-programs.ts';
import { hostileTimeNames, markerFile, timePicturesOf } from '../../support/time-pictures.ts';

const fleet = Array.from({ length: 200 }, (_, index) => `service-${index}`);
const stories = [
  { names: hostileTimeNames, count: 25 },
  { names: hostileTimeNames, count: 400 },
  { names: fleet, count: 6000 },
  { names: ['api'], count: 0 },
];
const pictures = stories.flatMap((story): Picture[] => Object.values(timePicturesOf(story)));

/** Every picture that exists in the language, with what a failure should name. */
function written(format: PictureFormat): { type: string; text: string }[] {
  return pictures.flatMap((picture) => {
    const text = renderPicture(picture, format, plainOptions);
    return text === undefined ? [] : [{ type: picture.type, text }];
  });
}

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deploy-ledger-pictures-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a program on a picture in a folder of its own. */
function draw(program: string, args: readonly string[], input: string) {
  const options = { cwd: folder, input, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
  const { status, stdout, stderr } = spawnSync(program, args, options);
  return { status, stdout, stderr, wasRun: existsSync(join(folder, markerFile)) };
}

describe.skipIf(isMissing('gnuplot'))('gnuplot', () => {
  test('would run a command that is not quoted, and the check sees it', () => {
    expect(draw('gnuplot', [], `set title "\`touch ${markerFile}\`"\n`).wasRun).toBe(true);
  });

  test.each([
    ['SVG', [], '<svg'],
    ['text', ['-e', "terminal='dumb size 120,40'"], '\f'],
  ])('draws every picture as %s without a word, and runs nothing that a name holds', (_, args, begin) => {
    const scripts = written('gnuplot');
    expect(new Set(scripts.map(({ type }) => type))).toEqual(new Set(['timeline', 'heatmap', 'metrics']));
    for (const { type, text } of scripts) {
      const { status, stdout, stderr, wasRun } = draw('gnuplot', [...args, '-'], text);
      expect({ type, status, stderr, wasRun }).toEqual({ type, status: 0, stderr: '', wasRun: false });
      expect(stdout).toContain(begin);
    }
  });
});

describe.skipIf(isMissing('dot'))('Graphviz', () => {
  test('draws every picture without a word, and runs nothing that a name holds', () => {
    const graphs = written('dot');
    expect(graphs).toHaveLength(stories.length);
    for (const { type, text } of graphs) {
      const { status, stderr, wasRun } = draw('dot', ['-Tsvg'], text);
      expect({ type, status, stderr, wasRun }).toEqual({ type, status: 0, stderr: '', wasRun: false });
    }
  });
});

describe.skipIf(isMissing('chromium'))('Mermaid', () => {
  test('draws every picture, and shows each name as it is', () => {
    const diagrams = written('mermaid');
    const answers = drawWithMermaid(diagrams.map(({ text }) => text));
    for (const [index, { error, description }] of answers.entries()) {
      expect({ type: diagrams[index]?.type, error }).toEqual({ type: diagrams[index]?.type, error: undefined });
      expect(description).not.toBe('');
    }
    const labels = answers.flatMap((answer) => answer.labels ?? []).join('\n');
    for (const name of hostileTimeNames.filter((one) => /^[ -~]{1,24}$/.test(one))) expect(labels).toContain(name);
  });
});
