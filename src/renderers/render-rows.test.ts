import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type Format, formats } from './format.ts';
import { renderRows, renderStream } from './render-rows.ts';

interface Row {
  readonly id: string;
}

const columns = [{ name: 'id', value: (row: Row) => row.id }];
const render = (rows: Iterable<Row> | AsyncIterable<Row>, format: Format) => renderRows(rows, { format, columns });
const sampled = 1000;

function* numbered(count: number, seen: { rows: number } = { rows: 0 }): Generator<Row> {
  for (let i = 0; i < count; i++) {
    seen.rows++;
    yield { id: `deploy-${i}` };
  }
}

async function* later<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

test('json is the bare array, exactly as JSON.stringify writes it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.record({ id: fc.string(), owners: fc.array(fc.string()) })), async (rows) => {
      expect(await render(rows, 'json')).toBe(`${JSON.stringify(rows, null, 2)}\n`);
    }),
  );
});

test('jsonl is one object a line', async () => {
  expect(await render(numbered(2), 'jsonl')).toBe('{"id":"deploy-0"}\n{"id":"deploy-1"}\n');
});

test('yaml is one sequence, also when it is empty', async () => {
  expect(await render(numbered(2), 'yaml')).toBe('- id: deploy-0\n- id: deploy-1\n');
  expect(parse(await render([], 'yaml'))).toEqual([]);
});

test('sexp is one list, a row a line, also when it is empty', async () => {
  expect(await render(numbered(2), 'sexp')).toBe('(((id . "deploy-0"))\n ((id . "deploy-1")))\n');
  expect(await render([], 'sexp')).toBe('()\n');
});

test('name is what the caller says, else the first column, and always one line', async () => {
  expect(await render([{ id: 'a\nb' }], 'name')).toBe('a b\n');
  expect(await renderRows(numbered(1), { format: 'name', columns, name: (row) => `deployment/${row.id}` })).toBe(
    'deployment/deploy-0\n',
  );
});

test.each(formats)(
  '%s writes the same from an asynchronous source, and every row beyond the sample',
  async (format) => {
    const count = sampled + 2;
    const text = await render(numbered(count), format);
    expect(await render(later(numbered(count)), format)).toBe(text);
    expect(text.match(/deploy-\d+/g)).toEqual([...numbered(count)].map((row) => row.id));
  },
);

test.each([sampled - 1, sampled, sampled + 1])('json of %i rows is whole', async (count) => {
  expect(JSON.parse(await render(numbered(count), 'json'))).toEqual([...numbered(count)]);
});

test.each(formats)('%s hands out text long before a long source ends', async (format) => {
  const seen = { rows: 0 };
  for await (const piece of renderStream(numbered(100_000, seen), { format, columns })) {
    expect(piece.length).toBeLessThan(100_000);
    break;
  }
  expect(seen.rows).toBeLessThan(20_000);
});

test('closes the source when the reader goes away', async () => {
  let closed = false;
  async function* source(): AsyncGenerator<Row> {
    try {
      yield* numbered(100_000);
    } finally {
      closed = true;
    }
  }
  for await (const _ of renderStream(source(), { format: 'jsonl', columns })) break;
  expect(closed).toBe(true);
});
