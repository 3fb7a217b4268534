import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box, Link } from './graph-shape.ts';
import { layoutGraph } from './layout-graph.ts';
import { packBoxes } from './pack-boxes.ts';

const gaps = { column: 50, row: 10 };

const graphs = fc.integer({ min: 2, max: 14 }).chain((count) => {
  const id = fc.integer({ min: 0, max: count - 1 }).map((index) => `n${index}`);
  const size = fc.integer({ min: 10, max: 80 });
  return fc.record({
    boxes: fc.tuple(
      ...Array.from({ length: count }, (_, index) =>
        fc.record({ id: fc.constant(`n${index}`), width: size, height: size }),
      ),
    ),
    links: fc.uniqueArray(fc.record({ from: id, to: id }), {
      maxLength: 30,
      selector: ({ from, to }) => `${from} ${to}`,
    }),
  });
});

function placed(boxes: readonly Box[], corners: ReadonlyMap<string, { x: number; y: number }>) {
  return boxes.map((box) => ({ ...box, ...(corners.get(box.id) ?? { x: Number.NaN, y: Number.NaN }) }));
}

function overlapping(boxes: ReturnType<typeof placed>): string[] {
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const apart =
        a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y + 1e-6 || b.y + b.height <= a.y + 1e-6;
      return apart ? [] : [`${a.id} and ${b.id}`];
    }),
  );
}

test('lays no box over another, and everything inside its size', () => {
  fc.assert(
    fc.property(graphs, ({ boxes, links }) => {
      const layout = layoutGraph(boxes, links, gaps);
      const all = placed(boxes, layout.boxes);
      expect(overlapping(all)).toEqual([]);
      for (const { x, y, width, height } of all) {
        expect(Math.min(x, y)).toBeGreaterThanOrEqual(-1e-6);
        expect(x + width).toBeLessThanOrEqual(layout.width);
        expect(y + height).toBeLessThanOrEqual(layout.height + 1e-6);
      }
      for (const { y } of layout.links.flat()) expect(y).toBeLessThanOrEqual(layout.height + 1e-6);
    }),
  );
});

test('leads each link from the side of one box to the side of the other', () => {
  fc.assert(
    fc.property(graphs, ({ boxes, links }) => {
      const layout = layoutGraph(boxes, links, gaps);
      const corners = new Map(placed(boxes, layout.boxes).map((box) => [box.id, box]));
      for (const [index, { from, to }] of links.entries()) {
        const way = layout.links[index] ?? [];
        const [a, b, first, last] = [corners.get(from), corners.get(to), way[0], way.at(-1)];
        if (from === to) expect(way).toEqual([]);
        else if (a !== undefined && b !== undefined) {
          expect([a.x, a.x + a.width]).toContain(first?.x);
          expect([b.x, b.x + b.width]).toContain(last?.x);
          expect(last?.y).toBeCloseTo(b.y + b.height / 2, 6);
        }
      }
    }),
  );
});

test('leads every link to the right where there is no circle', () => {
  fc.assert(
    fc.property(graphs, ({ boxes, links }) => {
      const forward = links.filter(({ from, to }: Link) => Number(from.slice(1)) < Number(to.slice(1)));
      const layout = layoutGraph(boxes, forward, gaps);
      for (const { from, to } of forward) {
        expect(layout.boxes.get(from)?.x ?? Number.NaN).toBeLessThan(layout.boxes.get(to)?.x ?? Number.NaN);
      }
    }),
  );
});

test('packs what nothing joins into columns without overlap', () => {
  fc.assert(
    fc.property(graphs, fc.integer({ min: 80, max: 600 }), ({ boxes }, width) => {
      const packed = packBoxes(boxes, width, 10);
      expect(overlapping(placed(boxes, packed.boxes))).toEqual([]);
      expect(packed.width).toBeLessThanOrEqual(width);
    }),
  );
});

test('untangles what can be drawn without a crossing', () => {
  const boxes = ['a', 'b', 'c', 'x', 'y', 'z'].map((id) => ({ id, width: 20, height: 20 }));
  const links = [
    { from: 'a', to: 'z' },
    { from: 'b', to: 'y' },
    { from: 'c', to: 'x' },
  ];
  const { boxes: corners } = layoutGraph(boxes, links, gaps);
  const order = (ids: readonly string[]) =>
    [...ids].sort((p, q) => (corners.get(p)?.y ?? 0) - (corners.get(q)?.y ?? 0));
  const ends: Readonly<Record<string, string>> = { a: 'z', b: 'y', c: 'x' };
  expect(order(['x', 'y', 'z'])).toEqual(order(['a', 'b', 'c']).map((id) => ends[id]));
});
