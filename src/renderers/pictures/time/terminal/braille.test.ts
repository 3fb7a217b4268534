import { describe, expect, it } from 'vitest';
import { BrailleCanvas } from './braille.ts';

describe('BrailleCanvas', () => {
  it('puts eight dots into a character', () => {
    const canvas = new BrailleCanvas(2, 1);
    for (const x of [0, 1]) for (const y of [0, 1, 2, 3]) canvas.dot(x, y);
    expect(canvas.lines()).toEqual(['⣿ ']);
  });

  it('draws a line with both its ends', () => {
    const canvas = new BrailleCanvas(2, 1);
    canvas.line(0, 3, 3, 0);
    expect(canvas.lines()).toEqual(['⡠⠊']);
  });

  it('leaves out what lies outside', () => {
    const canvas = new BrailleCanvas(1, 1);
    canvas.line(-4, 9, -1, 5);
    expect(canvas.lines()).toEqual([' ']);
  });
});
