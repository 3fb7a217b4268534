import { expect, test } from 'vitest';
import { svgDocument } from './svg-document.ts';

const picture = { id: 'flow', width: 400, height: 200, title: 'T', description: 'D', body: [] };

test('is an image with a name and a description', () => {
  expect(svgDocument(picture)).toContain('role="img" aria-labelledby="flow-title flow-desc" ');
  expect(svgDocument(picture)).toContain('<title id="flow-title">T</title><desc id="flow-desc">D</desc>');
});

test('keeps its shape when one side is given', () => {
  const shown = (width?: number, height?: number) => svgDocument({ ...picture, shown: { width, height } });
  expect(shown()).toContain('width="400" height="200" viewBox="0 0 400 200"');
  expect(shown(800)).toContain('width="800" height="400" viewBox="0 0 400 200"');
  expect(shown(undefined, 50)).toContain('width="100" height="50" viewBox="0 0 400 200"');
  expect(shown(10, 20)).toContain('width="10" height="20" viewBox="0 0 400 200"');
});
