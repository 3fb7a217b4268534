import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvents, type ServerEvent } from './read-events.ts';

async function eventsIn(chunks: readonly Uint8Array[]): Promise<ServerEvent[]> {
  const events: ServerEvent[] = [];
  for await (const event of readEvents(ReadableStream.from(chunks))) events.push(event);
  return events;
}

const bytes = (text: string) => new TextEncoder().encode(text);
const stream =
  ': \n\nid: 7\nevent: deployment.recorded\ndata: {"service":"käse"}\n\nid:8\r\ndata: a\r\ndata:b\r\n\r\ndata: last\n\nid: 9\ndata: cut';

test('the events of a stream are the same, wherever it is cut into pieces', async () => {
  const whole = bytes(stream);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(whole.length)), async (cuts) => {
      const ends = [...cuts.sort((a, b) => a - b), whole.length];
      const chunks = ends.map((end, i) => whole.subarray(ends[i - 1] ?? 0, end));
      expect(await eventsIn(chunks)).toEqual([
        { id: '7', data: '{"service":"käse"}' },
        { id: '8', data: 'a\nb' },
        { id: undefined, data: 'last' },
      ]);
    }),
  );
});
