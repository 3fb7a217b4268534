import { describe, expect, test } from 'vitest';
import { type Picture, renderPicture } from '../../../src/renderers/pictures/picture.ts';
import { hostileNames, picturesOf, plainOptions } from '../../support/graph-pictures.ts';
import { lookAtSvg } from '../../support/svg-in-chromium.ts';
import { isMissing } from '../../support/system-programs.ts';
import { hostileTimeNames, timePicturesOf } from '../../support/time-pictures.ts';

const fleet = Array.from({ length: 200 }, (_, index) => `service-${index}`);
const pictures: Picture[] = [
  ...Object.values(picturesOf(hostileNames)),
  ...Object.values(picturesOf(['a', 'b'])),
  ...Object.values(picturesOf([])),
  ...Object.values(timePicturesOf({ names: hostileTimeNames, count: 25 })),
  ...Object.values(timePicturesOf({ names: fleet.slice(0, 9), count: 6000 })),
  ...Object.values(timePicturesOf({ names: fleet, count: 0 })),
];

describe.skipIf(isMissing('chromium'))('SVG', () => {
  test('is well-formed, tells what it shows, stands by itself and cuts nothing off', () => {
    const documents = pictures.map((picture) => renderPicture(picture, 'svg', plainOptions) ?? '');
    for (const [index, { title, description, ...seen }] of lookAtSvg(documents).entries()) {
      const type = pictures[index]?.type;
      expect({ type, ...seen }).toEqual({ type, role: 'img', outward: [], cutOff: [] });
      expect(title, type).not.toBe('');
      expect(description, type).not.toBe('');
    }
  });

  test('would be refused by the check if it led out of itself or were broken', () => {
    const open = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">';
    const [broken, linked, wide] = lookAtSvg([
      `${open}<g></svg>`,
      `${open}<a href="https://a.example"/><rect fill="url(https://b.example/x#y)" onclick="f()"/><rect fill="url(#own)"/></svg>`,
      `${open}<text>far too wide</text></svg>`,
    ]);
    expect(broken?.error).toContain('Unexpected closing tag');
    expect(linked?.outward).toEqual(['href=https://a.example', 'a', 'fill=url(https://b.example/x#y)', 'onclick=f()']);
    expect(wide?.cutOff).toEqual(['far too wide']);
  });
});
