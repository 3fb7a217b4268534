import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heatmapOf, sumCells } from './heatmap.ts';

const frame = (tz: string) => ({ fromMs: Date.UTC(2026, 0, 1), toMs: Date.UTC(2027, 0, 1), tz });

function busyCells(moments: readonly string[], tz: string) {
  const changes = moments.map((at) => ({ service: 'api', finishedMs: Date.parse(at), failed: false }));
  return heatmapOf(changes, frame(tz))
    .cells.filter(({ deployments }) => deployments > 0)
    .map(({ weekday, hour, deployments }) => [weekday, hour, deployments]);
}

describe('heatmapOf', () => {
  it('counts every deployment in exactly one of 168 cells, in any time zone', () => {
    const change = fc.record({
      service: fc.constantFrom('a', 'b'),
      finishedMs: fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }),
      failed: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(change), fc.constantFrom('UTC', 'Asia/Kathmandu', 'America/New_York'), (changes, tz) => {
        const { cells } = heatmapOf(changes, frame(tz));
        expect(cells).toHaveLength(168);
        expect(sumCells(cells)).toEqual({
          deployments: changes.length,
          failed: changes.filter(({ failed }) => failed).length,
        });
      }),
    );
  });

  it('tells weekday and hour by the clocks of the time zone', () => {
    expect(busyCells(['2026-11-22T23:30:00Z'], 'UTC')).toEqual([[7, 23, 1]]);
    expect(busyCells(['2026-11-22T23:30:00Z'], 'Europe/Berlin')).toEqual([[1, 0, 1]]);
  });

  it('puts both passes of the hour that is repeated in autumn into one cell', () => {
    expect(busyCells(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'], 'Europe/Berlin')).toEqual([[7, 2, 2]]);
  });
});
