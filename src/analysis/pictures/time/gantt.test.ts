import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statuses } from '../../../domain/vocabulary.ts';
import { type Gantt, type GanttDeployment, ganttRows } from './gantt.ts';
import { columnAt, evenColumns } from './time-frame.ts';

const frame = { fromMs: 1_000_000, toMs: 2_000_000, tz: 'UTC' };

const anyDeployment: fc.Arbitrary<GanttDeployment> = fc
  .record({
    id: fc.uuid(),
    service: fc.constantFrom('a', 'b', 'c', 'd'),
    status: fc.constantFrom(...statuses),
    fromMs: fc.integer({ min: 900_000, max: 1_999_999 }),
    lengthMs: fc.integer({ min: 0, max: 300_000 }),
  })
  .map(({ lengthMs, ...rest }) => ({ ...rest, environment: 'production', version: '1', toMs: rest.fromMs + lengthMs }));

function gantt(deployments: readonly GanttDeployment[]): Gantt {
  return { type: 'gantt', frame, deployments };
}

function deployment(service: string, fromMs: number, toMs: number, status: GanttDeployment['status'] = 'success') {
  return { id: `${service}${fromMs}`, service, environment: 'production', version: '1', status, fromMs, toMs };
}

describe('ganttRows', () => {
  it('draws every deployment in exactly one bar', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyDeployment, { selector: ({ id }) => id, maxLength: 50 }),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 40 }),
        (deployments, mostRows, columns) => {
          const rows = ganttRows(gantt(deployments), mostRows, evenColumns(frame, columns));
          const drawn = rows.flatMap(({ bars }) => bars.flatMap((bar) => bar.deployments.map(({ id }) => id)));
          expect(rows.length).toBeLessThanOrEqual(mostRows);
          expect(drawn.sort()).toEqual(deployments.map(({ id }) => id).sort());
        },
      ),
    );
  });

  it('leaves no two bars of a row in the same column when bars are joined', () => {
    fc.assert(
      fc.property(fc.array(anyDeployment, { minLength: 5, maxLength: 50 }), (deployments) => {
        const starts = evenColumns(frame, 20);
        for (const { bars } of ganttRows(gantt(deployments), 4, starts)) {
          bars.slice(1).forEach((bar, index) => {
            expect(columnAt(starts, bar.fromMs)).toBeGreaterThan(columnAt(starts, bars[index]?.toMs ?? 0));
          });
        }
      }),
    );
  });

  it('gives each deployment a row, by service and start, as long as they fit', () => {
    const rows = ganttRows(
      gantt([
        deployment('b', 1_500_000, 1_600_000),
        deployment('a', 1_400_000, 1_500_000),
        deployment('a', 1_100_000, 1_200_000),
      ]),
      3,
      [],
    );
    expect(rows.map(({ deployment }) => deployment?.id)).toEqual(['a1100000', 'a1400000', 'b1500000']);
  });

  it('lets a joined bar look like what is most worth noticing in it', () => {
    const touching = [deployment('a', 1_100_000, 1_100_001), deployment('a', 1_100_002, 1_100_003, 'failure')];
    const [row] = ganttRows(gantt([...touching, deployment('a', 1_900_000, 1_900_001)]), 1, evenColumns(frame, 10));
    expect(row?.bars.map(({ outcome, deployments }) => [outcome, deployments.length])).toEqual([
      ['failed', 2],
      ['succeeded', 1],
    ]);
  });
});
