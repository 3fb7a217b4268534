import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hostileTimeNames, type Story, timePicturesOf } from '../../../../test/support/time-pictures.ts';
import { readXml } from '../../../../test/support/well-formed-xml.ts';
import { displayWidth } from '../../terminal/display-width.ts';
import type { PictureOptions } from '../picture-options.ts';
import { timeRenderers } from './time-renderers.ts';

const usual: PictureOptions = { width: undefined, height: undefined, tz: 'UTC', color: false };

function rendered(story: Story, options = usual) {
  const { timeline, gantt, heatmap, metrics } = timePicturesOf(story);
  const of = <Model>(
    type: string,
    renderers: Record<string, (model: Model, chosen: PictureOptions) => string>,
    model: Model,
  ) =>
    Object.entries(renderers).map(([format, render]) => ({
      name: `${type} ${format}`,
      format,
      text: render(model, options),
    }));
  return [
    ...of('timeline', timeRenderers.timeline, timeline),
    ...of('gantt', timeRenderers.gantt, gantt),
    ...of('heatmap', timeRenderers.heatmap, heatmap),
    ...of('metrics', timeRenderers.metrics, metrics),
  ];
}

const svgElements = 'svg title desc style rect g text line path defs pattern polyline circle'.split(' ');

const anyStory = fc.record({
  names: fc.array(fc.oneof(fc.constantFrom(...hostileTimeNames), fc.string({ unit: 'binary', minLength: 1 })), {
    minLength: 1,
    maxLength: 6,
  }),
  count: fc.integer({ min: 0, max: 80 }),
});

describe('timeRenderers', () => {
  it('write each type in the languages that visualize promises', () => {
    expect(
      Object.entries(timeRenderers).map(([type, formats]) => `${type}: ${Object.keys(formats).sort().join(' ')}`),
    ).toEqual([
      'timeline: ascii d3 dot gnuplot mermaid svg',
      'gantt: ascii d3 mermaid svg',
      'heatmap: ascii d3 gnuplot svg',
      'metrics: ascii d3 gnuplot svg',
    ]);
  });

  it('say in every language that there was nothing', () => {
    for (const { name, text } of rendered({ names: ['api'], count: 0 })) {
      expect(
        text.replaceAll(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))),
        name,
      ).toMatch(/Nothing was deployed|not enough data/);
    }
  });

  it('hold no raw control character and no bidirectional override, whatever things are called', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const { name, text } of rendered(story)) {
          expect(text.replaceAll('\n', ''), name).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('keep the structure of each language, whatever things are called', () => {
    fc.assert(
      fc.property(anyStory, (story) => {
        for (const { name, format, text } of rendered(story)) expect(breach(format, text), name).toBeUndefined();
      }),
      { numRuns: 30 },
    );
  });

  it('keep to the width of the terminal', () => {
    fc.assert(
      fc.property(anyStory, fc.integer({ min: 66, max: 160 }), (story, width) => {
        for (const { name, format, text } of rendered(story, { ...usual, width })) {
          if (format !== 'ascii') continue;
          for (const line of text.split('\n'))
            expect(displayWidth(line), `${name}: ${line}`).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('write no escape sequence unless colours are allowed', () => {
    const story = { names: ['a', 'b'], count: 40 };
    const colourful = rendered(story, { ...usual, color: true }).filter(({ text }) => text.includes('\u001b['));
    expect(colourful.map(({ name }) => name)).toEqual([
      'timeline ascii',
      'gantt ascii',
      'heatmap ascii',
      'metrics ascii',
    ]);
    expect(rendered(story).some(({ text }) => text.includes('\u001b['))).toBe(false);
  });

  it('stay readable with 200 services: what shares a lane is counted', () => {
    const names = Array.from({ length: 200 }, (_, index) => `service-${index}`);
    const { timeline } = timePicturesOf({ names, count: 1000 });
    for (const [format, render] of Object.entries(timeRenderers.timeline)) {
      if (format === 'd3' || format === 'mermaid') continue;
      expect(render(timeline, usual), format).toMatch(/\d+ other services/);
      expect(render(timeline, usual), format).toMatch(/the last lane holds \d+ others/);
    }
  });

  it('stay below what Mermaid accepts', () => {
    const names = Array.from({ length: 60 }, (_, index) => `${index}${'<"%'.repeat(300)}`);
    for (const { name, format, text } of rendered({ names, count: 6000 })) {
      if (format === 'mermaid') expect(text.length, name).toBeLessThan(50_000);
    }
  });
});

/** What somebody could have broken out of, or undefined. */
function breach(format: string, text: string): string | undefined {
  switch (format) {
    case 'svg':
      return readXml(text).find(({ name }) => !svgElements.includes(name))?.name;
    case 'dot':
      return /<(?!\/?(?:TABLE|TR|TD|FONT|BR)\b)/.exec(
        text.replaceAll(/"(?:[^"\\]|\\.)*"/g, '').replace('label=<', ''),
      )?.[0];
    case 'gnuplot':
      return /`|system/.exec(text.replaceAll(/"'"|'[^'\n]*'/g, '').replaceAll(/^#.*$/gm, ''))?.[0];
    case 'mermaid':
      return /%%|^ *(?:click|href|call)|<(?!br)/m.exec(text)?.[0];
    case 'd3':
      JSON.parse(text);
      return undefined;
    default:
      return undefined;
  }
}
